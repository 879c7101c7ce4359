"""The rating of leads: what is typed, how it looks, and Slack's limits."""
