# Why the text assistant does not answer. Everything works without it, and each of these says so.
mind-why-off = The text assistant is not set up here. Everything works without it: fill in the form yourself.
mind-why-opted-out = The text assistant is switched off for this workspace or channel. Everything works without it.
mind-why-budget = The text assistant has used up this month’s budget, so it rests until next month. Everything works without it.
mind-why-breaker-open = The text assistant has had trouble answering and rests for a minute. Everything works without it.
mind-why-timeout = The text assistant didn’t answer in time. Nothing was lost, and everything works without it.
mind-why-refused = The text assistant couldn’t answer. Nothing was lost, and everything works without it.
mind-why-nonsense = What the text assistant answered was of no use, so it is not shown. Nothing was lost.
mind-why-busy = The text assistant is busy with others. Try again in a minute; everything works without it.
mind-why-unable = The text assistant used here cannot do this. Everything works without it.
# Beginnings of words that a sentence about each kind of record must have; the first is what a machine is told.
narrative-kind-objections = objections, objection
narrative-kind-wins = won deals, won, win
narrative-kind-losses = lost deals, lost, loss
narrative-kind-returns = returned leads, return
# Beginnings of words that say what no single record can prove: comparisons, shares, causes.
narrative-unprovable = more, most, fewer, less, least, than, increas, decreas, rose, rise, rising, grew, grow, fell, fall, drop, declin, doubl, tripl, trend, majority, minority, half, quarter, third, all, every, none, only, always, never, percent, average, usual, typical, because, due to, thanks to, caus, led to, reason why, still, record, highest, lowest, best, worst, mainly, mostly, largely, last week, previous, compar
narrative-mark = :robot_face: Written by a machine ({ $model }) from this week’s records. Each sentence was checked against all records that it counts; the rest of the digest comes from queries.
narrative-sources = { $n ->
    [one] (record: { $records })
   *[other] ({ $n } records: { $records })
}
narrative-record-objection = objection …{ $id }
narrative-record-deal = deal …{ $id }
narrative-record-review = review …{ $id }
narrative-record-handoff = handoff …{ $id }
