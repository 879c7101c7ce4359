"""Tests of commands/lazo."""
