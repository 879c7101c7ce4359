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
mind-why-failed = Something went wrong on our side, so there is no answer. Nothing was lost, and everything works without it. If it happens again, give your admin this id: { $id }
# Beginnings of words that a sentence about each kind of record must have; the first is what a machine is told.
narrative-kind-objections = objections, objection
narrative-kind-wins = won deals, won, win
narrative-kind-losses = lost deals, lost, loss
narrative-kind-returns = returned leads, return
# Beginnings of words that say what no single record can prove: comparisons, shares, causes.
narrative-mark = :robot_face: Written by a machine ({ $model }) from this week’s records. Each sentence was checked against all records that it counts; the rest of the digest comes from queries.
narrative-sources = { $n ->
    [one] (record: { $records })
   *[other] ({ $n } records: { $records })
}
narrative-record-objection = objection …{ $id }
narrative-record-deal = deal …{ $id }
narrative-record-review = review …{ $id }
narrative-record-handoff = handoff …{ $id }

mind-title = Text assistant
mind-none = *No text assistant is set up.* Everything works without one. Whoever runs Lazo can set one up.
mind-in-use = The text assistant in use: *{ $mind }*.
mind-is-on = It is *on* in this workspace.
mind-is-off = It is *off* in this workspace: no text leaves, and nothing else changes.
mind-off-in = Never for texts from { $channels }.
mind-at-most = At most { $tokens } tokens a month.
mind-used = This month: { $n ->
    [one] one question
   *[other] { $calls } questions
}, { $tokens } tokens.
mind-used-for = { $what }: { $n } ({ $tokens } tokens, { $failed } without an answer)
mind-purpose-prefill = Filling in forms
mind-purpose-suggest = Suggesting themes and reasons
mind-purpose-narrative = Sentences above the digest
mind-purpose-ask = Questions with /lazo ask
mind-purpose-test = Tests by whoever runs Lazo
mind-what-leaves = What leaves: the text that you hand over or ask about, and the records that are needed. Names of people, mail addresses and phone numbers are masked first, unless whoever runs Lazo has switched that off. A person confirms whatever it proposes.
mind-nothing-leaves = Nothing leaves: it works on the machine that Lazo runs on, and costs no tokens. It suggests themes and reasons, and a person confirms whatever it proposes.
mind-ask-admin = Admins can change this: { $admins }
mind-on = In this workspace
mind-on-box = Use the text assistant
mind-on-hint = Without it everything else works as it does now.
mind-channels = Never for texts from these channels
mind-channels-hint = Nothing said there is sent, and their digests get no machine-written sentences.
mind-tokens = Tokens a month at most
mind-tokens-hint = Empty: as much as whoever runs Lazo allows. A question takes about a thousand.
mind-error-tokens = Write a whole number, for example 500000, or leave it empty.
mind-saved = Saved
mind-stale = Somebody changed this while you were editing it, so yours was *not* saved. The fields show how it stands now.
mind-stale-yours = You had chosen:
