"""Handing MQLs to sales, and what becomes of them: offer, accept, attempt, return, and the promises that run.

Use cases write rows, timers, notices and audit in one transaction; what they give back is a `HandoffCard`.
"""
