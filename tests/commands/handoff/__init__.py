"""The surface of handoffs: what is typed, and what Slack is given to show."""
