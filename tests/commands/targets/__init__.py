"""Target lists as people see them."""
