"""Rating a lead: fit and intent apart, and a reason that sends it back when whoever rates it may decide that.

One rating a person and lead: rated again it is changed. What others think stands beside it and decides nothing. What a
reason does to the handoff is the handoff slice's: it is handed in as a `commands.returning.HandoffDoor`.
"""
