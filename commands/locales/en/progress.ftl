# How accounts get on: the digest's first section, and an account's card.
digest-accounts-stalled = *Standing still* ({ $n })
digest-accounts-moved = *Moved* ({ $n })
digest-accounts-due = *Next steps by Sunday, or late* ({ $n })
digest-accounts-without-owner = { $n ->
    [one] { $n } of { $total } accounts lacks an owner in sales or in marketing: name them with `/lazo account`
   *[other] { $n } of { $total } accounts lack an owner in sales or in marketing: name them with `/lazo account`
}
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
progress-new-step = Next step…
progress-change-stage = Change stage…
progress-log-meeting = Log a meeting…
progress-step-title = Next step
progress-step-what = What happens next?
progress-step-example = Send the migration study to their IT lead
progress-step-owner = Who does it?
progress-step-due = By when?
progress-step-saved = Next step saved
progress-step-ended = Step done
progress-step-ended-before = Somebody changed this step before you: this is how it stands now
progress-stage-title = Change stage
progress-stage-deal = Which deal?
progress-stage-which = Where does it stand now?
progress-stage-new-deal = There is no open deal yet: saving makes one called “{ $name }”.
progress-stage-closed = Won or lost? Say so with `/lazo winloss`.
progress-stage-saved = Stage saved
progress-support-early = *{ $stages }*: marketing builds awareness, with light personalisation.
progress-support-middle = *{ $stages }*: marketing makes account-specific content and helps sales use it.
progress-support-late = *{ $stages }*: marketing brings proof and case studies, and gets executives to reach out.
progress-meeting-title = Log a meeting
progress-meeting-day = When was it?
progress-meeting-note = What came of it?
progress-meeting-saved = Meeting saved
progress-error-empty = Write what happens next.
progress-error-owner = Choose who does it.
progress-error-day = Choose a day.
progress-error-future = This day is still to come. Plan it as a next step.
progress-error-stage = Choose a stage.
progress-error-not-yours = Only whoever answers for the account, their backup, a manager or an admin says where it stands, so nothing was changed. Ask one of them.
