sla-title = Agreements
sla-intro = How soon each kind of lead is answered. The most specific agreement that matches a lead holds for it.
sla-intro-reader = How soon each kind of lead is answered. Admins and those who lead a team change this.
sla-new = New…
sla-edit = Edit…
sla-stop = Stop
sla-start = Start
sla-stop-title = Stop this agreement?
sla-stop-text = Leads handed over from now on go by the other agreements. What runs keeps its deadlines.
sla-measured-button = What was measured
sla-more = { $count ->
    [one] One more isn’t shown.
   *[other] { $count } more aren’t shown.
} `lazo policies export` writes all of them to a file.
sla-unclear = I don’t know “{ $word }”. There is `/lazo sla`, `/lazo sla new` and `/lazo sla measured`. These are all agreements:

sla-name = Name
sla-for = For
sla-for-source = from { $source }
sla-for-tier = Tier { $tier }
sla-for-all = everything that no other agreement is for
sla-any = Any
sla-lead-type = What did the lead do?
sla-source = Source
sla-source-hint = Empty: from anywhere.
sla-tier = Tier of the account
sla-lane = Lane
lane-fast = fast lane
lane-standard = standard
lane-fast-long = Fast lane: also marketing, the manager and the backup hear at once
lane-standard-long = Standard: the manager hears at the end of the day
promise-accept = Accept
promise-attempt = First attempt
promise-qualify = Qualify
sla-promise = { $promise }: { $limit }
sla-limit = { $limit }
sla-limit-target = { $limit } (target: { $target })
sla-none = not agreed
sla-mixed = { $span } of working time
sla-typed-days = { $count ->
    [one] 1 working day
   *[other] { $shown } working days
}
sla-typed-clock = { $span } on the clock
sla-reassigns = Goes on by itself
sla-reassigns-box = Unanswered leads of the round robin go to the next person
sla-reassigns-hint = Leads of a named account stay with its owner in any case.
sla-shadow = Shadow mode
sla-shadow-box = Measure only, remind nobody
sla-shadow-hint = Deadlines run without a reminder or a breach being told. After 20 leads you see which times would fit.
sla-state = State
sla-active = in force
sla-stopped = stopped
sla-yes = yes
sla-no = no
sla-mark-shadow = shadow mode
sla-mark-reassigns = goes on by itself
sla-mark-stopped = *stopped*
sla-version = Version { $version }, as Lazo came
sla-version-by = Version { $version }, by { $person }, { $when }

sla-form-title = Edit an agreement
sla-form-title-new = New agreement
sla-form-version = You see version { $version }. Saving makes the next one, for leads handed over from then on.
sla-proposed = Filled in with what was measured: the median as the target, and as the limit what nine of ten took. Nothing is saved until you save.
sla-field-limit = { $promise }: limit
sla-field-limit-hint = For example: 30 min, 4 h, 1.5 h, 2 days, 48 h calendar. Hours are working time, days are working days. Empty: not agreed.
sla-field-target = { $promise }: target
sla-error-no-name = Give it a name.
sla-error-name = There is an agreement with this name. Choose another one.
sla-error-time = I can’t read this as a time. Write it like one of these: 30 min, 4 h, 1.5 h, 2 days, 48 h calendar
sla-error-no-limit = A target needs a limit. For example: 4 h
sla-error-target = The target comes after the limit. Give it less time than the limit.
sla-error-no-promise = Give a limit for accepting or for the first attempt, for example: 4 h. Without one there would be nothing to keep.

sla-added = Added: { $name }
sla-from-now-on = It holds for leads handed over from now on.
sla-saved = { $name }: saved as version { $version }
sla-same = Nothing was different, so everything stays as it was
sla-change = { $what }: { $before } → *{ $after }*
sla-keeps = Leads under way keep version { $before }; those handed over from now on get version { $after }.
sla-shadow-note = In shadow mode nobody is reminded. See what was measured with `/lazo sla measured`.
sla-started-now = { $name } is in force again, for leads handed over from now on.
sla-stopped-now = { $name } is stopped. What runs keeps its deadlines.
sla-stale = { $person } changed this while you were looking at it (it is version { $version } now), so yours was *not* saved. What changed:
sla-somebody = Somebody
sla-deciders-only = Only admins and those who lead a team change agreements. Nothing was changed.
sla-ask-decider = Only admins and those who lead a team change agreements, so nothing was changed. You could ask { $admins }.

measured-title = What was measured
measured-intro = Promises made in the last { $days } days, in shadow mode or not.
measured-line = { $n } answered · half within { $median } · nine of ten within { $p90 } · { $share } in time ({ $met } of { $due }, limit { $limit })
measured-missing = { $n } answered so far; { $missing ->
    [one] one more and
   *[other] { $missing } more and
 } there is something to say.
measured-suggested = _You could agree on: target { $target }, limit { $limit }_
measured-use = Use these limits…
measured-why = *Why these figures?* The time taken is working time in the owner’s own hours, without pauses; where the limit is on the clock, all of it. In time = answered within the limit that holds now, out of all answered and all that are open past their limit. Cancelled ones are left out. A working day counts as { $day }. The target suggested is the median, the limit is what nine of ten took; both rounded up to times that people say.
