# How accounts get on: the digest's first section, and an account's card.
digest-accounts-stalled = *Standing still* ({ $n })
digest-accounts-moved = *Moved* ({ $n })
digest-accounts-due = *Next steps by Sunday, or late* ({ $n })
digest-accounts-without-owner = { $n ->
    [one] { $n } of { $total } accounts lacks an owner in sales or in marketing: name them with `/account`
   *[other] { $n } of { $total } accounts lack an owner in sales or in marketing: name them with `/account`
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
stage-won = Won
stage-lost = Lost
