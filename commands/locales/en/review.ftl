# The replies below the digest, what is said in them, and what owners confirm before.
review-reply = { $account } · { $why }
review-merged = { $account } is { $into } now. What there is to do stands in the reply about it, here in the thread.
review-owners = Sales: { $sales } · Marketing: { $marketing }
review-confirmed-by = confirmed by { $who }
review-decide = *To decide:* { $what }
review-decide-no_owner = who answers for it
review-decide-stalled_without_step = what comes next, or whether to let it go
review-decide-step_overdue = keep, change or drop the late step
review-step = Next: { $what } · { $who }, { $day }
review-step-late = :warning: Next: { $what } · { $who }, was due { $day }
review-no-step = *No next step.*
review-now-in = :arrow_right: Now in { $stage }
review-now-won = :arrow_right: Now won
review-now-lost = :arrow_right: Now lost
review-step-done = :white_check_mark: { $what } · done by { $who }
review-step-dropped = :heavy_minus_sign: { $what } · dropped by { $who }
review-comment-said = 💬 { $who }: { $text }
review-comments-before = { $n ->
    [one] { $n } comment before these
   *[other] { $n } comments before these
}
review-comment = Comment…
review-comment-title = Comment
review-comment-what = What should both teams know?
review-comment-empty = Write what both teams should know.
review-rest = { $n ->
    [one] One more account
   *[other] { $n } more accounts
}
review-rest-more = { $n ->
    [one] and { $n } more: `/lazo account` with its name shows it
   *[other] and { $n } more: `/lazo account` with a name shows each
}

confirm-title = { $n ->
    [one] Your account for the review of { $moment }
   *[other] Your { $n } accounts for the review of { $moment }
}
confirm-intro = Is this how they stand? Confirm what is right, fix what is not. The digest says which accounts their owners confirmed.
confirm-thanks = All confirmed. Thank you: the digest says so.
confirm-thanks-late = All confirmed. Thank you: the replies below the digest say so.
confirm-all = All { $n } are right
confirm-one = It is right
confirm-fix = Fix…
confirm-more = { $n ->
    [one] and { $n } more, which comes when these are confirmed
   *[other] and { $n } more, which come when these are confirmed
}
confirm-stage = { $stage } since { $day }
confirm-no-stage = no stage yet
confirm-not-yours = Somebody else answers for this account now, so nothing was confirmed.
digest-accounts-confirmed = Confirmed by their owners: { $n } of { $total }
digest-accounts-unconfirmed = not confirmed: { $accounts }
digest-decisions = *Decisions asked for*
digest-decide-no_owner = { $n ->
    [one] • Who answers for { $accounts }? An owner is missing in sales or in marketing.
   *[other] • Who answers for { $accounts }? Each lacks an owner in sales or in marketing.
}
digest-decide-stalled_without_step = { $n ->
    [one] • What comes next at { $accounts }? It stands still without a next step: name one, or let it go.
   *[other] • What comes next at { $accounts }? They stand still without a next step: name one, or let them go.
}
digest-decide-step_overdue = { $n ->
    [one] • Keep, change or drop the late step at { $accounts }?
   *[other] • Keep, change or drop the late steps at { $accounts }?
}
