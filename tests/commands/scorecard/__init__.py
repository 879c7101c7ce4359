"""The scorecard: what is asked for, and what Slack is given to show."""
