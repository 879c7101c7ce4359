"""How an account gets on: its stage, its next steps and who was at it, as part of the account's card.

The card belongs to `commands.account`; what this slice shows of it, and the forms behind its buttons, are handed
there by the composition root.
"""
