"""Tests of commands/account."""
