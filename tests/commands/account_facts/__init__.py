"""Tests of what is known of accounts, without a database."""
