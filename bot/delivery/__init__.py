"""The only door through which anything is said to anyone but the person who asked.

Claim under a lease, look up what may have been sent already, post, mark. At least once; with Slack's history, once.
"""
