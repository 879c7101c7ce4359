"""Who gets leads, in Slack."""
