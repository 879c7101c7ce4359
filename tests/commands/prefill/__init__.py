"""Forms that are filled in from a text: what of a proposal holds, and which fields it may enter."""
