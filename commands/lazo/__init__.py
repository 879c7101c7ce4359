"""The house's own command: help, and the way to every other command when another app owns its name."""
