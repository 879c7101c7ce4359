scorecard-title = Scorecard
scorecard-open = Scorecard
scorecard-period = { $weeks ->
    [one] leads handed over this week ({ $first } – { $last })
   *[other] leads handed over in the last { $weeks } weeks ({ $first } – { $last })
}
scorecard-none = No lead was handed over in this time, so there is nothing to count yet. Choose a longer time, or hand one over with `/lazo handoff`.
scorecard-offered = { $n ->
    [one] 1 lead handed over
   *[other] { $count } leads handed over
}
scorecard-kept = *Promises kept in time:* { $kept }
scorecard-accepted = *Accepted, of those answered:* { $kept }
scorecard-request = *Request → handoff* (marketing’s part): { $spread }
scorecard-attempt = *Handoff → first attempt* (sales’ part): { $spread }
scorecard-rate = { $rate } ({ $met } of { $due })
scorecard-count = { $met } of { $due }
scorecard-none-due = none due yet
scorecard-none-yet = none yet
scorecard-spread = median { $median }, nine in ten within { $p90 } (n = { $n })
scorecard-short-spread = { $median } / { $p90 } (n = { $n })
scorecard-line = { $count } handed over · kept { $kept } · accepted { $accepted } · to handoff { $request } · to first attempt { $attempt }

scorecard-by-week = By week
scorecard-by-team = By team
scorecard-by-source = By source
scorecard-by-person = By person
scorecard-weeks = { $weeks ->
    [one] This week
   *[other] Last { $weeks } weeks
}
scorecard-why = Why these figures?
scorecard-chart = Promises due and kept
scorecard-series-due = due
scorecard-series-met = kept in time
scorecard-column-offered = Handed over
scorecard-column-kept = Kept in time
scorecard-column-accepted = Accepted
scorecard-column-request = Request → handoff: median / 9 in 10
scorecard-column-attempt = Handoff → attempt: median / 9 in 10
scorecard-week = Week { $week } ({ $monday })
scorecard-no-source = Source not given
scorecard-team-of = Team of { $person }
scorecard-no-team = No manager named
scorecard-small = Smaller teams together
scorecard-small-teams = Teams of fewer than three people are counted together, so that nobody reads off what one person did. Who leads a team always sees it by itself.
scorecard-only-yours = You see your own figures and those of the people you manage. Nobody else sees them but each person and their manager.
scorecard-nothing-yours = Nothing was handed to you, or to anybody you manage, in this time. Other people’s figures are for them and their manager.

scorecard-why-title = Why these figures?
scorecard-why-period = *Which leads?* Those of { $period }, in weeks of { $tz }. Each handoff counts once, in the week it was made and by what became of it first.
scorecard-why-kept = *Kept in time* = promises met ÷ promises due. Due are those that were met, came late, or passed their deadline unanswered. Below { $minimum } cases no percentage is shown: it would say more about chance than about the work.
scorecard-why-accepted = *Accepted* = accepted ÷ (accepted + returned + expired). A late acceptance counts as one. What still waits for an answer, or was taken back, isn’t counted.
scorecard-why-speed = *Speed* is working time in two parts: from the prospect’s request to the handoff, in the company’s hours, and from there to the first attempt, in the owner’s hours without pauses. The median is the middle one; nine in ten took no longer than the second figure.
scorecard-why-left-out = Not counted: agreements in shadow mode and promises that were called off.
scorecard-why-inputs = All together
scorecard-outcome-accepted = { $count } accepted
scorecard-outcome-returned = { $count } returned
scorecard-outcome-expired = { $count } expired
scorecard-outcome-withdrawn = { $count } taken back
scorecard-outcome-pending = { $count } waiting for an answer
scorecard-promise = { $promise }: { $met } of { $due } in time
scorecard-returns = { $count } came back ({ $reasons })
scorecard-clock-request = on the clock, request → handoff: { $spread }
scorecard-clock-attempt = on the clock, handoff → attempt: { $spread }

scorecard-unclear = I don’t know “{ $word }” here.
scorecard-unclear-nearest = I don’t know “{ $word }” here. Did you mean `/lazo scorecard { $nearest }`?
scorecard-help = How both teams keep their promises: `/lazo scorecard` · `/lazo scorecard source` · `/lazo scorecard team 13 weeks` · `/lazo scorecard me`
scorecard-members-only = Only full members of this workspace see the scorecard. Ask a colleague what you would like to know.
