"""Tests of agreed stages, without a database."""
