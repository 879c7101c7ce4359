"""The quarter's list of target accounts: proposed by anybody, agreed to by its two owners, dropped with a reason.

Nothing comes onto a list unless the owner of sales and the owner of marketing both agreed to what was proposed as it
stood: whatever changes it asks both again. What was on a list once stays in its history.
"""
