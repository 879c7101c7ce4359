"""Forms that failed or were closed are offered again, as far as Slack told us what had been typed.

A closed form reports nothing of itself: what a choice in it reported before is all there is (docs/decisions/0023).
"""
