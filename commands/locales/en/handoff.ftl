handoff-form-title = Hand over a lead
handoff-form-title-edit = Edit the handoff
handoff-form-submit = Hand over
handoff-form-lead = A lead we know
handoff-form-lead-placeholder = Type a company or a name
handoff-form-lead-hint = Or leave it empty and fill in the next fields.
handoff-form-company = Company
handoff-form-contact = Contact
handoff-form-email = Email
handoff-form-phone = Phone
handoff-form-type = What did they do?
handoff-form-type-hint = The agreed times depend on it: a request for a demo or a price goes into the fast lane.
handoff-form-source = Source
handoff-form-source-hint = Where they come from, for example: webinar.
handoff-form-why = Why is it worth a call now?
handoff-form-why-hint = What they asked for, looked at or said. Whoever gets the lead reads this first.
handoff-form-crm = CRM link
handoff-form-owner = Who gets it?
handoff-form-owner-hint = Leave it empty: then the account’s owner gets it, or whoever’s turn it is.
handoff-form-preview = Who would get it?
handoff-form-lost = Slack didn’t open the form in time, so nothing was handed over. Try again, or write it in one line: `{ $command } Acme, Laura Pérez laura@acme.es demo request: asked for prices`
handoff-pressed-lost = Slack didn’t open the form in time. Nothing has changed; press the button again.

handoff-error-no-company = Name the company, or choose a lead we know.
handoff-error-email = This doesn’t look like an email address. For example: laura@acme.es
handoff-error-link = This doesn’t look like a web address. For example: https://crm.example.com/leads/42
handoff-error-owner = Guests, bots, people of other organisations and people who left can’t get leads. Choose a colleague.
handoff-error-unknown-person = Slack didn’t tell us who this is just now. Try again in a moment.
handoff-error-note = Write a line that says why.
handoff-error-past = This moment has passed. Choose one that is still to come.
handoff-error-future = This is still to come. Choose when it happened.
handoff-error-before-offer = That is before the lead was handed over. Choose when you tried since then.
handoff-error-members = Only full members of this workspace hand leads over, so nothing was done. Ask a colleague to do it.
handoff-unknown-owner = I don’t know who “{ $name }” is, so nothing was handed over yet. Choose who gets it, or leave it empty.
handoff-which-owner = More than one colleague goes by “{ $name }”, so nothing was handed over yet. Choose who gets it.

handoff-title-contact = { $company } · { $contact }
handoff-no-company = No company

handoff-saved-to = Handed over to { $owner }
handoff-saved-nobody = Kept, but nobody can take it right now
handoff-updated = Changed
handoff-owner-away = { $owner } is out and works again from { $when }. *Edit* gives the lead to somebody else.
handoff-understood = Understood: { $facts }
handoff-removed-characters = { $count ->
    [one] One character that cannot be stored was left out.
   *[other] { $count } characters that cannot be stored were left out.
}
handoff-withdraw = Withdraw
handoff-withdrawn-receipt = Withdrawn. { $owner } no longer has to answer, and sees that you took it back.
handoff-fact-company = company { $value }
handoff-fact-contact = contact { $value }
handoff-fact-email = email { $value }
handoff-fact-phone = phone { $value }
handoff-fact-source = source { $value }
handoff-fact-type = { $value }

hstate-offered = Waiting for { $owner } to accept
hstate-accepted = Accepted by { $owner }
hstate-attempted = { $owner } is trying to reach them
hstate-contacted = { $owner } is in contact
hstate-qualified = Qualified (SQL) by { $owner }
hstate-won = Won by { $owner }
hstate-lost = Lost
hstate-recycled = Back with marketing until { $when }
handoff-dropped = Dropped by marketing
hstate-rerouted = Went back: it is for somebody else
hstate-disqualified = Disqualified
hstate-expired = Nobody answered in time
hstate-withdrawn = { $marketer } took it back
handoff-nobody = Nobody can take it right now; { $owner } looks after it
handoff-why-then = Why it was handed over:
handoff-returned-because = Reason: { $reason }

handoff-head-offered = { $marketer } hands you a lead: { $title }
handoff-head-taken = Your lead: { $title }
handoff-head-closed = { $title }
handoff-head-other = { $title } · { $marketer } → { $owner }
handoff-now-with = { $title }: now with { $owner }. Nothing is left for you to do.

due-with-left = { $due } ({ $left })
due-accept = *Accept by { $when }*
due-attempt = *First attempt by { $when }*
due-qualify = *Qualify or return by { $when }*
late-accept = *Accepting is late:* it was due { $when }
late-attempt = *The first attempt is late:* it was due { $when }
late-qualify = *Qualifying is late:* it was due { $when }
handoff-target = Target: { $when }
handoff-paused = *Paused* ({ $reason }). The deadline stands still until it goes on.
handoff-snoozed = No reminders until { $when }; the deadline stays.
handoff-working-minutes = { $count ->
    [one] in one working minute
   *[other] in { $count } working minutes
}
handoff-working-hours = { $count ->
    [one] in one working hour
   *[other] in { $count } working hours
}
handoff-working-mixed = in { $span } of working time

handoff-what-they-did = What they did: { $action } ({ $ago }, { $when })
handoff-what-they-did-undated = What they did: { $action }
handoff-came-from = From: { $source }
handoff-came-from-campaign = From: { $source } · { $campaign }
handoff-score = Score: { $score }
handoff-contact = Contact: { $contact }
handoff-account = Account: { $account }
handoff-account-tier = Account: { $account } · tier { $tier }
handoff-tried = Tried so far: { $attempts }
handoff-round = Offered for the { $round ->
    [2] second
    [3] third
   *[other] { $round }th
 } time
handoff-fast-lane = Fast lane
handoff-evidence = <{ $link }|The message it is about>
handoff-objections = *Open objections of this account, and what worked on them*
handoff-objection-line = { $theme }: “{ $quote }”
handoff-argument-line = Worked: { $argument }

tried-call = { $count ->
    [one] one call
   *[other] { $count } calls
}
tried-email = { $count ->
    [one] one email
   *[other] { $count } emails
}
tried-message = { $count ->
    [one] one message
   *[other] { $count } messages
}
tried-meeting = { $count ->
    [one] one meeting
   *[other] { $count } meetings
}

handoff-accept = Accept
handoff-attempt = Log attempt
handoff-return = Return…
handoff-not-mine = Not mine
handoff-snooze = Snooze
handoff-why = Why this deadline?
handoff-reassign = Reassign…
handoff-pause = Pause…
handoff-resume = Resume
handoff-qualify = Qualified
handoff-won = Won
handoff-lost = Lost
handoff-take = Take it
handoff-show = Details
handoff-open-crm = Open in CRM
handoff-rate = Rate lead
handoff-open = Hand over a lead
handoff-open-this = Hand it over
handoff-again = Offer again…
handoff-extend = Ask me later…
handoff-drop = Drop it

snooze-hour = 1 hour
snooze-tomorrow = Tomorrow at 09:00
snooze-monday = Monday at 09:00
snooze-pick = Choose…

handoff-shown-title = Handoff
handoff-note = Note
handoff-attempt-title = Log attempt
handoff-attempt-by = How did you try?
handoff-attempt-answered = Result
handoff-attempt-answered-box = They answered
handoff-attempt-day = Day
handoff-attempt-time = Time
handoff-return-title = Return the lead
handoff-return-submit = Return
handoff-return-reason = Why?
handoff-return-placeholder = Choose a reason
handoff-return-means-recycle = Not now: it goes back to marketing, and they are asked again on this day.
handoff-return-means-reroute = It is for somebody else: it goes to them, or marketing finds who.
handoff-return-means-disqualify = It is ruled out: marketing is told why, and nobody works it any more.
handoff-return-on = Ask marketing again on
handoff-return-to = Who should have it?
handoff-return-to-hint = Leave it empty if you don’t know: marketing finds somebody.
handoff-return-more-after = After a first attempt there are more reasons: some things only a contact reveals.
handoff-reassign-title = Reassign
handoff-reassign-to = To whom?
handoff-reassign-note = What should they know?
handoff-reassign-means = Time already used stays used; the rest counts in their working hours.
handoff-pause-title = Pause
handoff-pause-submit = Pause
handoff-pause-why = Why?
handoff-pause-customer = Waiting for the customer
handoff-pause-away = Out of office
handoff-pause-means = While it is paused, no time counts. Press Resume when work goes on.
handoff-snooze-title = Snooze
handoff-snooze-day = Day
handoff-snooze-time = Time
handoff-snooze-means = Only the reminders wait. The deadline stays where it is.
handoff-again-title = Offer again
handoff-again-changed = What has changed?
handoff-again-placeholder = Why now, when it came back before
handoff-extend-title = Ask me later
handoff-extend-day = Ask me again on
handoff-transfer-title = Transfer my handoffs
handoff-transfer-submit = Transfer
handoff-transfer-to = Who gets them?
handoff-transfer-count = { $count ->
    [one] You have *one* open handoff.
   *[other] You have *{ $count }* open handoffs.
}
handoff-transfer-means = All of them move, each with the time it has left. Your colleague gets one message that lists them.
handoff-transferred = { $count ->
    [one] One handoff is now with { $owner }.
   *[other] { $count } handoffs are now with { $owner }.
}
handoff-transfer-none = You have no open handoffs, so there is nothing to transfer.
handoff-transfer-yourself = They are yours already. Choose a colleague.

handoff-refused = Nothing was done: this handoff is already *{ $state }*.
handoff-refused-you = Nothing was done: you moved it on yourself ({ $when }). It is now *{ $state }*.
handoff-already = This lead is in somebody’s hands already, so it wasn’t handed over again. This is how it stands:
handoff-you-typed = What you typed:
handoff-done = { $title }: { $state }
handoff-refused-by = Nothing was done: { $actor } got there first ({ $when }). It is now *{ $state }*.
handoff-not-allowed = { $owner } decides about this handoff, so nothing was done. You can ask { $who }.
handoff-not-allowed-offer = { $who } handed this over and decides about the offer, so nothing was done.
handoff-stale = It changed while you were looking (it is { $state } now), so nothing was done. This is how it stands:

hstatus-offered = offered
hstatus-accepted = accepted
hstatus-attempted = attempted
hstatus-contacted = contacted
hstatus-qualified = qualified
hstatus-won = won
hstatus-lost = lost
hstatus-recycled = back with marketing
hstatus-rerouted = sent elsewhere
hstatus-disqualified = disqualified
hstatus-expired = expired
hstatus-withdrawn = withdrawn

leadtype-demo_request = Demo request
leadtype-pricing_request = Pricing request
leadtype-content = Content download
leadtype-event = Event or webinar
leadtype-referral = Referral
leadtype-other = Something else
attemptby-call = Call
attemptby-email = Email
attemptby-message = Message
attemptby-meeting = Meeting
returnaction-recycle = Not now
returnaction-reroute = For somebody else
returnaction-disqualify = Ruled out
reason-not_ready = Not ready yet
reason-budget = No budget now
reason-no_response = No response
reason-wrong_contact = Wrong contact
reason-wrong_territory = Wrong territory
reason-existing_customer = Already a customer
reason-duplicate = Duplicate
reason-poor_fit = Poor fit
reason-no_need = No need
reason-is_competitor = A competitor
reason-bad_contact_data = Wrong contact details
reason-student_job = Student or job seeker
reason-solicitation = Wants to sell to us
reason-spam = Spam
reason-no_consent = No consent to be contacted
reason-other = Other


why-title = Why this deadline?
why-head-accept = *Accept by { $when }*
why-head-attempt = *First attempt by { $when }*
why-head-qualify = *Qualify or return by { $when }*
why-agreed = Agreed: { $limit }.
why-agreed-in = Agreed: { $limit }, in “{ $policy }”, version { $version }.
why-carried = Earlier owners had used { $used } of it. That stays used.
why-paused = Paused since { $when }. When it resumes, the deadline moves by the length of the pause.
why-started = Started { $when }.
why-counted = *What counts* (working hours, { $zones } time)
why-part = { $when }: { $span }
why-nothing-counted = Nothing yet
why-more-counted = … and { $count } more: { $span }
why-sum = = { $span }, so it is due *{ $when }*.
why-sum-days = = { $span } in all; for a limit in days, each stretch counts as its share of that day’s hours. It is due *{ $when }*.
why-skipped = *What doesn’t count*
why-skipped-pause = { $when }: paused
why-skipped-time_off = { $when }: time off
why-skipped-closed = { $when }: not a working day
why-skipped-holiday = { $when }: holiday, { $name }
why-skipped-outside_hours = Nights and breaks between working hours
why-breached = Late since { $when }. The clock keeps running.
why-none = { $title } has no deadline running now: { $state }

limit-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
}
limit-clock = { $span } on the clock
limit-hours = { $count ->
    [one] 1 working hour
   *[other] { $count } working hours
}
limit-minutes = { $count ->
    [one] 1 working minute
   *[other] { $count } working minutes
}

route-goes-account_owner = { $owner } would get it: they own the account.
route-goes-account_backup = { $owner } would get it: the account’s owner is away, and this is their backup.
route-goes-rule = { $owner } would get it: a rule for this territory, segment or source says so.
route-goes-rotation = { $owner } would get it: it is their turn.
route-goes-chosen = { $owner } gets it: you chose them.
route-goes-nobody = Nobody can take it right now. It would be kept, and a manager told.
route-for = *{ $title }*
route-skipped-left = { $person } has left, or has no working hours
route-skipped-away = { $person } is away
route-skipped-at_cap = { $person } has as many open handoffs as they take
route-skipped-off_hours = { $person } isn’t at work right now
route-skipped-just_missed = { $person } let one expire, so others come first
route-skipped-excluded = { $person } returned it or let it expire
route-skipped-later_turn = { $person } comes later in the rotation
route-ask = Which company? For example: `{ $command } route Acme`

notice-yours = { $title }: { $deadline }
notice-waiting = { $title } has been waiting since { $when }, and there is nobody to ask who could give it to somebody else. Who can take it?
notice-late-accept = { $title }: { $owner } hasn’t accepted it yet. It was due { $when }.
notice-late-attempt = { $title }: { $owner } hasn’t tried to reach them yet. It was due { $when }.
notice-late-qualify = { $title }: { $owner } hasn’t qualified or returned it yet. It was due { $when }.
notice-then-manager = You can give it to somebody else.
notice-then-backup = You are their backup: you can take it.
notice-list = { $count ->
    [one] One handoff is waiting for an answer
   *[other] { $count } handoffs are waiting for an answer
}
notice-transferred = { $count ->
    [one] One handoff is yours now
   *[other] { $count } handoffs are yours now
}
notice-transferred-from = From { $person }. Each keeps the time it has left.
notice-transferred-more = and { $count ->
    [one] one more
   *[other] { $count } more
}. `/lazo handoff mine` shows what is due first, `/lazo handoff status Acme` the one of a company.
notice-standing = { $title } has been paused since { $when } ({ $reason }). Press *Resume* when work goes on. This is the only reminder.
notice-standing-list = { $count ->
    [one] One handoff has been paused for a week or longer
   *[other] { $count } handoffs have been paused for a week or longer
}
notice-standing-line = { $title }: paused since { $when } ({ $reason })
notice-unrouted = Nobody can take { $title } right now, so { $owner } looks after it until somebody gets it.
notice-expired = { $title }: { $owner } didn’t answer in time and no longer has it.
notice-returned-recycle = { $owner } gives { $title } back: *{ $reason }*. You’ll be asked about it again on { $when }.
notice-returned-reroute = { $owner } says { $title } is for somebody else: *{ $reason }*.
notice-returned-disqualify = { $owner } disqualified { $title }: *{ $reason }*.
notice-returned-list = { $count ->
    [one] One lead came back from sales
   *[other] { $count } leads came back from sales
}
notice-recycle = Today is the day you wanted to look at { $title } again. { $owner } had it last.
notice-dropped = { $title }: dropped. You won’t be asked about it again.
notice-recycle-done = { $title } was offered again.
notice-moved = The deadline of { $title } moved, because { $because }. { $deadline }
moved-calendar = your working hours changed
moved-holidays = the company’s holidays changed
moved-time_off = your time off changed
moved-zone = your time zone changed
handoff-error-far = That is too far ahead. Choose a day within two years.
handoff-error-is-owner = They have it already. Choose somebody else.
handoff-error-field = This doesn’t fit. Choose something else.

handoff-mine-none = You have no open handoffs. What marketing hands you shows up here and in Lazo’s conversation.
handoff-mine-title = { $count ->
    [one] Your open handoff
   *[other] Your { $count } open handoffs
}
handoff-team-none = Your team has no open handoffs.
handoff-team-nobody = Nobody has you as their manager yet, so there is no team to show. Your own handoffs: `{ $command } mine`
handoff-team-title = { $count ->
    [one] Your team’s open handoff
   *[other] Your team’s { $count } open handoffs
}
handoff-late-none = Nothing is late. Your own handoffs: `{ $command } mine`
handoff-late-title = { $count ->
    [one] One handoff is late
   *[other] { $count } handoffs are late
}
handoff-count-state = { $state }: { $count }
handoff-count-late = late: { $count }
handoff-count-paused = paused: { $count }
handoff-list-paused = paused
handoff-list-no-deadline = no deadline
handoff-list-late = :red_circle: { $what }: was due { $when }
handoff-list-due = { $what } by { $when }
owed-accept = accept
owed-attempt = first attempt
owed-qualify = qualify
handoff-status-ask = Which company? For example: `{ $command } status Acme`
handoff-status-none = I know no lead at “{ $name }”. To hand one over: `{ $command } { $name }, Laura Pérez laura@acme.es: asked for prices`
handoff-status-title = Leads at “{ $name }”
handoff-status-lead = *{ $title }* · not handed over yet
route-no-account = There is no account of this name yet, so the rules and the rotation decide.
handoff-unclear = I don’t know “{ $typed }”, so nothing was handed over. Did you mean `{ $again }`?
handoff-unclear-example = To hand a lead over, name the company and say why, for example: `{ $command } Acme, Laura Pérez laura@acme.es demo request: asked for prices`. Or open the form with what you typed:
handoff-help = Hand a lead to sales, and see how it stands.
    • `{ $command } Acme, Laura Pérez laura@acme.es demo request: asked for prices @tom` hands it over at once; without a name it goes to the account’s owner or to whoever’s turn it is
    • `{ $command }` opens the form
    • `{ $command } mine` lists yours · `{ $command } team` your team’s · `{ $command } late` what is late
    • `{ $command } status Acme` shows how it stands · `{ $command } why Acme` explains its deadline · `{ $command } route Acme` says who would get it
    • `{ $command } transfer @tom` gives all your open ones to a colleague

command-handoff-description = Hand a lead to sales; see yours, what is late, and why
command-handoff-usage = [Acme, Laura Pérez laura@acme.es demo request: asked for prices @tom | mine | late | status Acme]
command-handoff-help = • `/lazo handoff Acme, Laura Pérez laura@acme.es demo request: asked for prices` hands a lead over
    • `/lazo handoff` opens a form · `/lazo handoff mine` lists yours · `/lazo handoff why Acme` explains a deadline
shortcut-hand-over = Hand over a lead
shortcut-hand-over-description = Give a lead that somebody wrote about here to sales

policyname-demo_request = Demo request
policyname-pricing_request = Pricing request
policyname-tier_1 = Tier 1 accounts
policyname-content = Content
policyname-standard = Standard MQL

handoff-tries-in-vain = { $count } attempts and no answer. To let it rest, press *Return…* and choose “{ $reason }”: marketing is asked about it again later.
handoff-home-team = *Your team:* { $count ->
    [one] one lead open
   *[other] { $count } leads open
}, { $late ->
    [0] none late
    [one] one of them late
   *[other] { $late } of them late
}. `/lazo handoff team` shows them.
handoff-home-given = { $count ->
    [one] *You handed over one lead*
   *[other] *You handed over { $count } leads*
} in the last { $days } days: { $became }.
