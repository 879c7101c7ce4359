"""Tests that do what a person does, in a real Chromium, on the local Slack's page."""
