# The replies below the digest, what is said in them, and what owners confirm before.
review-reply = { $account } · { $why }
review-owners = Sales: { $sales } · Marketing: { $marketing }
review-confirmed-by = confirmed by { $who }
review-decide-no_owner = to decide: who answers for it
review-decide-stalled_without_step = to decide: what comes next, or whether to let it go
review-decide-step_overdue = to decide: keep, change or drop the late step
review-step = Next: { $what } · { $who }, { $day }
review-step-late = { $n ->
    [one] :warning: Next: { $what } · { $who }, was due { $day } ({ $n } day late)
   *[other] :warning: Next: { $what } · { $who }, was due { $day } ({ $n } days late)
}
review-no-step = *No next step.*
review-now-in = :arrow_right: Now in { $stage }
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
