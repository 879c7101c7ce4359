"""Rows, queries and transactions, on both databases."""
