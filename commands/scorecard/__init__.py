"""How both teams keep their promises, for whoever asks: `/lazo scorecard`, its figures by team, source, week or person.

A person's figures are for that person and their manager; every figure says of how many cases it speaks, and why.
"""
