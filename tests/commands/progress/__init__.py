"""How an account gets on, as it is shown."""
