"""Answers the menus of accounts, deals, leads and competitors while somebody types, in whichever form they stand.

A chosen deal fills the account beside it; *Create "…"* makes a deal in a form of its own, where an ambiguous amount is
read back.
"""
