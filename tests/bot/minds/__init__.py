"""Minds behind the port, spoken to over HTTP, and the care that each call is taken with."""
