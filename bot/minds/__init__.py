"""The text assistant: minds behind the port `commands.minds`, and the care that each call is taken with.

Only an adapter here may import a model's client, and only `registry` imports an adapter, when it is the one chosen: off
costs nothing. No mind is asked but by the pool's threads and by commands of the operator.
"""
