"""The weekly digest in a channel: seeing it before it goes out, posting it now, and saying when it comes.

`message.py` puts the frozen facts of `domain.digest` into words and charts; `charts.py` knows Slack's limits of those.
The clock's part is `bot.jobs.digests`, which calls the same use case as `/digest now`.
"""
