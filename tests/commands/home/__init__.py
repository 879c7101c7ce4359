"""App Home: one look at the database, few questions, and something useful for each role."""
