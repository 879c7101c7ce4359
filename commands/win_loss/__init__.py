"""Reviewing closed deals, won ones too: `/winloss`, its 90-second form, receipt, lists, and a deal's page.

Blameless: it is asked what swung a deal, never whose fault it was. Rep, manager and buyer each have a view; they stand
side by side and nobody's is corrected by another's.
"""
