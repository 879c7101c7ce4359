# What the records say, as answers to questions cite it. Figures stand here, never in what a mind wrote.
lookup-period = { $weeks ->
    [one] this week
   *[other] last { $weeks } weeks
}
lookup-last-week = last week
lookup-all = All together
lookup-nobody = nobody
lookup-no-tier = none
lookup-no-account = No account named
lookup-no-reason = no reason given
lookup-objections-count = { $theme }: { $count } of { $total } objections ({ $period })
lookup-objections-count-account = { $account } · { $theme }: { $count } of { $total } objections ({ $period })
lookup-objections-meaning = Objections: those logged in the { $period }, the running one included, each once, by the theme it has now; withdrawn ones are left out. Notes: the latest, not all.
lookup-arguments-meaning = Arguments: the notes of the { $period } that name one, those that worked first; not all of them.
lookup-objection = { $account } · { $theme } · { $day }
lookup-objection-argued = { $note } · argument: { $worked }
lookup-ended = { $outcome }: { $count } of { $total } reviewed deals ({ $period })
lookup-reason-won = Main reason of wins: { $reason }, { $count } of { $n } won deals ({ $period })
lookup-reason-not-won = Main reason of deals not won: { $reason }, { $count } of { $n } deals ({ $period })
lookup-reviews-meaning = Wins and losses: deals reviewed in the { $period }, each once, however many views of it there are; main reasons only. Deals that nobody reviewed are not in it.
lookup-review = { $account } · { $outcome } · { $reason } · { $day }
lookup-quality = { $source } ({ $period }): { $quality }
lookup-quality-meaning = Lead quality: leads rated in the { $period }, each once, as whoever decides about it sees it. A percentage is shown from { $n } leads on.
lookup-scorecard = { $group } ({ $period }): { $line }
lookup-scorecard-meaning = Scorecard: leads handed over in the { $period }, each once, by what became of it first. Kept = promises met ÷ promises due. Times are median / nine in ten. Below { $minimum } cases no percentage is shown.
lookup-handoffs-mine = { $n ->
    [one] You have 1 open handoff, late: { $late }
   *[other] You have { $count } open handoffs, late: { $late }
}
lookup-handoffs-team = { $n ->
    [one] The people you lead have 1 open handoff, late: { $late }
   *[other] The people you lead have { $count } open handoffs, late: { $late }
}
lookup-handoffs-meaning = Handoffs: as they stand now; late = past the deadline that is due first, pauses left out.
lookup-handoff = Handoff { $lead }: { $state }
lookup-handoff-due = { $handoff }; { $what } by { $when }
lookup-account = { $account }: tier { $tier }, sales owner { $sales }, marketing owner { $marketing }
lookup-stage = { $account } is in the stage { $stage } since { $day }
lookup-contact = { $account }: last contact on { $day }
lookup-step = { $account }: next step by { $day }
lookup-step-late = { $account }: next step, was due { $day }
lookup-account-meaning = Account: as it stands now. Its stage is that of its most advanced open deal; a contact is an attempt, a meeting or a finished step.
lookup-accounts = { $n ->
    [one] 1 account reviewed: { $moved } moved, { $stalled } stalled
   *[other] { $total } accounts reviewed: { $moved } moved, { $stalled } stalled
}
lookup-moved = { $account } moved and is in { $stage } now
lookup-stalled = { $account } stalled: { $days ->
    [one] 1 day
   *[other] { $days } days
} in { $stage }, limit { $limit }
lookup-accounts-meaning = Accounts: the week from Monday, { $monday }. Stalled = no change of stage for longer than the stage allows.
