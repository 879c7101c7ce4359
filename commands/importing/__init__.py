"""Leads and deals from CSV files: read, judged row by row, stored in chunks, every doubt written down.

Bad rows never stop good ones, and the same file again changes nothing. Reasons are stable codes with parameters;
only `views` puts them into words.
"""
