"""Tests of commands/settings."""
