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
