"""Logging what buyers object, and finding it again: `/objection`, its form, receipt, lists and search."""
