"""Reviews of closed deals."""
