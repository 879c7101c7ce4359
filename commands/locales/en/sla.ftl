sla-title = Agreements
sla-intro = How soon each kind of lead is to be answered. The most specific agreement that matches a lead applies.
sla-intro-reader = How soon each kind of lead is to be answered. Admins and those who lead a team change this.
sla-terms = *Limit*: once it has passed, the lead is late; reminders come before. *Target*: what you aim for; it stands on the lead, and nobody is reminded of it. *Fast lane*: for requests of a demo or a price, with one more reminder, and delays told at once.
sla-new = New…
sla-edit = Edit…
sla-stop = Stop
sla-start = Start
sla-stop-title = Stop this agreement?
sla-stop-text = Leads handed over from now on follow the other agreements. Leads under way keep their deadlines.
sla-measured-button = What was measured
sla-more = { $count ->
    [one] One more isn’t shown.
   *[other] { $count } more aren’t shown.
} Whoever runs Lazo can write all of them to a file with `lazo policies export`.
sla-unclear = I don’t know “{ $word }”. There is `/lazo sla`, `/lazo sla new` and `/lazo sla measured`. These are all agreements:

sla-name = Name
sla-for = For
sla-for-source = from { $source }
sla-for-tier = Tier { $tier }
sla-for-all = everything no other agreement covers
sla-any = Any
sla-lead-type = What did the lead do?
sla-source = Source
sla-source-hint = Empty: from anywhere.
sla-tier = Tier of the account
sla-lane = Lane
sla-lane-hint = The fast lane reminds whoever has the lead at 50, 80 and 100 % of the limit, standard at 80 and 100 %.
lane-fast = fast lane
lane-standard = standard
lane-fast-long = Fast lane: when late, marketing, the manager and the backup are told too
lane-standard-long = Standard: when late, the manager is told at the end of the day
promise-accept = Accept
promise-attempt = First attempt
promise-qualify = Qualify
sla-promise = { $promise }: { $limit }
sla-limit = { $limit }
sla-limit-target = { $limit } (target: { $target })
sla-none = not agreed
limit-mixed = { $span } of working time
sla-typed-days = { $count ->
    [one] 1 working day
   *[other] { $shown } working days
}
sla-typed-clock = { $span } on the clock
sla-reassigns = Automatic reassignment
sla-reassigns-box = Unanswered leads of the round robin go to the next person
sla-reassigns-hint = Leads of a named account stay with its owner in any case.
sla-shadow = Shadow mode
sla-shadow-box = Measure only, remind nobody
sla-shadow-hint = Deadlines run, but nobody is reminded or told of a delay. After 20 leads you see which times would fit.
sla-state = State
sla-active = in force
sla-stopped = stopped
sla-yes = yes
sla-no = no
sla-mark-shadow = shadow mode
sla-mark-reassigns = reassigns automatically
sla-mark-stopped = *stopped*
sla-version = Version { $version }, as Lazo comes
sla-version-file = Version { $version }, from a file, { $when }
sla-version-by = Version { $version }, by { $person }, { $when }

sla-form-title = Edit an agreement
sla-form-title-new = New agreement
sla-form-version = You see version { $version }. Saving makes the next one, for leads handed over from then on.
sla-proposed = Filled in with what was measured: the median as the target, and as the limit the time within which nine in ten were answered. Nothing is stored until you save.
sla-field-limit = { $promise }: limit
sla-field-limit-hint = For example: 30 min, 4 h, 1.5 h, 2 days, 48 h calendar. Hours are working time, days are working days. Empty: not agreed.
sla-field-target = { $promise }: target
sla-field-target-hint = What you aim for, within the limit. Nobody is reminded of it. Empty: none.
sla-error-no-name = Give it a name.
sla-error-name = There is an agreement with this name. Choose another one.
sla-error-time = I can’t read this as a time. Write it like one of these: 30 min, 4 h, 1.5 h, 2 days, 48 h calendar
sla-error-no-limit = A target needs a limit. For example: 4 h
sla-error-target = The target is longer than the limit. Give it less time than the limit.
sla-error-no-promise = Give a limit for accepting or for the first attempt, for example: 4 h. Without one there would be nothing to keep.

sla-added = Added: { $name }
sla-from-now-on = It applies to leads handed over from now on.
sla-saved = { $name }: saved as version { $version }
sla-same = Nothing was different, so everything stays as it was
sla-change = { $what }: { $before } → *{ $after }*
sla-keeps = Leads under way keep version { $before }; those handed over from now on get version { $after }.
sla-shadow-note = In shadow mode nobody is reminded. See what was measured with `/lazo sla measured`.
sla-started-now = { $name } is in force again, for leads handed over from now on.
sla-stopped-now = { $name } is stopped. Leads under way keep their deadlines.
sla-stale = { $person } changed this while you were looking at it (it is version { $version } now), so yours was *not* saved. What changed:
sla-somebody = Somebody
sla-deciders-only = Only admins and those who lead a team change agreements. Nothing was changed.
sla-ask-decider = Only admins and those who lead a team change agreements, so nothing was changed. You could ask { $admins }.

measured-title = What was measured
measured-intro = Promises of the last { $days } days, shadow mode included.
measured-line = { $n } answered · half within { $median } · nine in ten within { $p90 } · { $share } in time ({ $met } of { $due }, limit { $limit })
measured-missing = { $n } answered so far; { $missing ->
    [one] one more is needed
   *[other] { $missing } more are needed
 } to say anything.
measured-suggested = _You could agree on: target { $target }, limit { $limit }_
measured-use = Use these limits…
measured-why = *Why these figures?* The time taken is working time in the owner’s own hours, without pauses; where the limit is on the clock, all of it. In time = answered within the limit that applies now, out of all answered and all still open past their limit. Cancelled ones are left out. A working day counts as { $day }. The suggested target is the median, the limit is the time within which nine in ten were answered; both rounded up to a time that is easy to say.
