"""The rules, by example and by law."""
