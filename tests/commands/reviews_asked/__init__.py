"""Asking for reviews: closings, requests, reminders."""
