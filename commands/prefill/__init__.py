"""*Fill in from the text*: a form's empty fields are proposed from what stands in it, each with the words it came from.

Nothing that somebody typed is changed and nothing is stored but the proposals themselves, until the person submits
(docs/decisions/0030).
"""
