# How accounts get on: the digest's first section, and an account's card.
digest-accounts-stalled = *Standing still* ({ $n })
digest-accounts-moved = *Moved* ({ $n })
digest-accounts-due = *Next steps by Sunday, or late* ({ $n })
digest-accounts-renewals = *Renewals in the next { $days } days* ({ $n })
digest-accounts-without-owner = { $n ->
    [one] { $n } of { $total } accounts lacks an owner in sales or in marketing
   *[other] { $n } of { $total } accounts lack an owner in sales or in marketing
}
digest-accounts-name-owners = name them with `/lazo account`
digest-account-tier = *{ $name }* (tier { $tier })
digest-account-standing = { $n ->
    [one] { $n } day in { $stage }, limit { $limit }
   *[other] { $n } days in { $stage }, limit { $limit }
}
digest-account-stalled = { $account }: { $standing } · { $why } · { $next }
digest-account-busy = { $n ->
    [one] busy, not moving: one contact in { $days } days
   *[other] busy, not moving: { $n } contacts in { $days } days
}
digest-account-quiet = { $n ->
    [one] quiet: last contact { $n } day ago
   *[other] quiet: last contact { $n } days ago
}
digest-account-never-touched = quiet: no contact on record
digest-account-moved = { $account }: { $moves } · { $next }
digest-account-closed = { $account }: { $moves }
digest-account-due = { $account }: { $next }
digest-account-renewal = { $account }: renews on { $day }
digest-account-no-step = *no next step*
digest-account-step = next: { $what } ({ $who }, { $day })
digest-account-step-late = { $n ->
    [one] next: { $what } ({ $who }, { $day }: { $n } day late)
   *[other] next: { $what } ({ $who }, { $day }: { $n } days late)
}
digest-account-more-steps = { $n ->
    [one] and { $n } more step
   *[other] and { $n } more steps
}
digest-move-forward = { $before } → { $stage }
digest-move-back = back from { $before } to { $stage }
digest-move-entered = now in { $stage }
digest-move-won = won
digest-move-lost = lost
ended-won = Won
ended-lost = Lost

progress-stage = *Stage:* { $stage }, since { $moment }
progress-no-stage = *Stage:* nobody has said yet
progress-touched = *Last contact:* { $moment }
progress-never-touched = *Last contact:* none on record
progress-steps = *Next steps:*
progress-no-steps = *Next steps:* none yet
progress-step = • { $what } · { $who }, { $day }
progress-step-late = • :warning: { $what } · { $who }, was due { $day }
progress-done = Done
progress-change-step = Change…
progress-drop = Drop
progress-new-step = Next step…
progress-change-stage = Change stage…
progress-log-meeting = Log a meeting…
progress-step-title = Next step
progress-step-change-title = Change the step
progress-step-what = What happens next?
progress-step-example = Send the migration study to their IT lead
progress-step-owner = Who does it?
progress-step-due = By when?
progress-step-saved = Next step saved
progress-step-ended = Step done
progress-step-dropped = Step dropped
progress-step-ended-before = Somebody changed this step before you: this is how it stands now
progress-stage-title = Change stage
progress-stage-deal = Which deal?
progress-stage-which = Where does it stand now?
progress-stage-new-deal = There is no open deal yet: saving makes one called “{ $name }”.
progress-stage-closed = Won or lost? Say so with `/lazo winloss close` and its name.
progress-stage-saved = Stage saved
progress-meeting-title = Log a meeting
progress-meeting-day = When was it?
progress-meeting-note = What came of it?
progress-meeting-saved = Meeting saved
progress-error-empty = Write what happens next.
progress-error-owner = Choose who does it.
progress-error-day = Choose a day.
progress-error-future = This day is still to come. Plan it as a next step.
progress-error-old = This is more than two years ago. Look at the year again.
progress-error-far = This is more than two years away. Look at the year again.
progress-error-past = This day is over. Choose the day by which it will be done.
progress-error-step-changed = Somebody changed or ended this step meanwhile, so nothing was saved. Close this and look at the step again.
progress-error-stage = Choose a stage.
progress-error-not-yours = Only whoever answers for the account, their backup, a manager or an admin says where it stands, so nothing was changed. Ask one of them.
progress-stage-retired = *Stage:* { $stage } (no longer used), since { $moment }
progress-stage-limit = { $count ->
    [one] limit { $count } day
   *[other] limit { $count } days
}
progress-stage-over = :warning: *Standing still:* { $days } days there; the limit is { $count }
progress-stage-ask = Ask marketing
progress-stage-ask-box = We need this support now
progress-stage-ask-hint = The account’s marketing owner hears of the new stage in their daily list; with this box ticked, as soon as they work.
progress-stage-agreed = Managers and admins agree on the stages with `/lazo stages`.
progress-support = *{ $stages }*: { $support }
progress-support-now = *Marketing’s part here:* { $support }
progress-error-not-offered = This stage is not used any more. Choose another one.
support-early = awareness, with light personalisation
support-middle = content made for this account, and help for sales in using it
support-late = proof and case studies, and executives who reach out
progress-told = { $count ->
    [one] An account came into another stage
   *[other] { $count } accounts came into another stage
}
progress-told-asked = { $count ->
    [one] Sales needs marketing’s support now for an account
   *[other] Sales needs marketing’s support now for { $count } accounts
}
progress-told-moved = *{ $account }*: { $before } → *{ $stage }*
progress-told-first = *{ $account }*: now in *{ $stage }*
progress-told-next = To see an account or promise a next step: `/lazo account` and its name
