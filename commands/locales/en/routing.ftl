routing-title = Who gets leads
routing-intro = An account’s sales owner comes first. Otherwise the first rule that matches decides, and where none does, the round robin.
routing-intro-reader = An account’s sales owner comes first. Otherwise the first rule that matches decides, and where none does, the round robin. Admins and those who lead a team change this.
routing-rules = Rules, in the order in which they are tried
routing-rule = { $place }. { $leads } → { $goes }
routing-no-rules = There are no rules: leads of accounts without a sales owner go to the round robin.
routing-new = New rule…
routing-seat = Who takes part…
routing-try = Try it…
routing-more = { $count ->
    [one] One more isn’t shown.
   *[other] { $count } more aren’t shown.
}
routing-act-edit = Edit…
routing-act-up = Move up
routing-act-down = Move down
routing-act-remove = Remove
routing-to-pool = round robin “{ $pool }”
routing-to-nobody = nobody
routing-pool-default = sales
routing-pool-head = Round robin “{ $pool }”
routing-pool-empty = Nobody takes part yet, so leads go on to the next rule. Add people with “Who takes part…”.
routing-next = { $person } is next
routing-open = { $count ->
    [one] one open
   *[other] { $count } open
}
routing-open-of = { $count } of { $cap } open
routing-last = last turn: { $when }
routing-never = no turn yet
routing-given = { $count ->
    [one] one turn
   *[other] { $count } turns
}
routing-fair = Turns are those of the last { $days } days. Among those who can take a lead, whoever has waited longest since their last turn is next. Only admins and those who lead a team see the counts.
routing-out = Not taking part: { $people }

routing-form-title = A rule
routing-form-intro = Leads that meet every condition given here go to one person or to a round robin.
routing-territory = Territory
routing-territory-hint = As it stands at the account or lead, for example: Spain. Empty: any.
routing-segment = Segment
routing-segment-hint = For example: enterprise. Empty: any.
routing-source = Source
routing-source-hint = For example: webinar. Empty: any.
routing-owner = Goes to
routing-owner-hint = One person; or leave it empty and name a round robin.
routing-pool = Or to a round robin
routing-pool-hint = For example: sales, for everybody who sells; or a new name, such as: iberia.
routing-seat-title = Who takes part
routing-seat-intro = Everybody of the sales team takes part in the round robin “sales”. Here you take somebody out, back in, or add somebody.
routing-seat-pool = Round robin
routing-seat-person = Person
routing-seat-part = Takes part
routing-seat-part-box = Gets leads by turns
routing-seat-part-hint = Without the tick they are left out. Their turns are kept.
routing-seat-cap = Open handoffs, at most
routing-seat-cap-hint = Empty: as they set it themselves with /lazo me.
routing-try-title = Who would get it?
routing-try-go = Show
routing-try-note = As of this moment. Nothing is stored, and nobody’s turn is used.
routing-company = Company
routing-company-hint = With an account’s name, its sales owner comes first.
routing-any-company = Any company
routing-by-rule = Rule { $rule }

routing-error-nothing = Give at least one condition. Leads that match no rule go to the round robin anyway.
routing-error-both = Choose a person or a round robin, not both.
routing-error-nobody = Choose a person, or name a round robin.
routing-error-person = Choose a person.
routing-error-cap = Write a whole number from 1 to 999, or leave it empty.
routing-saved = Saved. It applies to leads handed over from now on.
routing-moved = The order has changed, for leads handed over from now on.
routing-removed = The rule is gone. Leads already given out by it stay where they are.
routing-stale = Somebody changed or removed this rule meanwhile, so nothing was changed. The list shows how it stands now.
routing-deciders-only = Only admins and those who lead a team change who gets leads. Nothing was changed.
