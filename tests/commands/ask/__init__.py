"""Questions in plain words: what may be looked up, by whom, and what is said of it."""
