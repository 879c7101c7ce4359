"""Tests of bot/demo."""
