"""One module a schema change, in order of its number. Applied ones are never edited."""
