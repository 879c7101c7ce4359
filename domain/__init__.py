"""Pure rules of the sales–marketing loop.

Everything here stays true if Slack and SQL vanished: functions from facts and a given `now` to decisions.
Standard library only (and `holidays`): no Slack, no SQL, no clock, no network, no environment.
"""
