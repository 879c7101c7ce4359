"""What people do: one package for each thing (objection, digest, account …), all with the same file names.

`listeners.py` is the Bolt edge, `parse.py` turns a payload into a frozen intent, `actions.py` is the use case in one
unit of work, `views.py` makes Block Kit. Slices never import one another; what they share stands beside them here.
"""
