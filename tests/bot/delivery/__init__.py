"""Messages leave through the real deliverer and SDK to a local Slack that fails in every way it can."""
