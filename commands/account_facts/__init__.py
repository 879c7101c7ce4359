"""What is known of an account: who decides there, what it looks into, when it renews, where it belongs.

The card belongs to `commands.account`; what this slice shows of it, and the forms behind its buttons, are handed
there by the composition root.
"""
