"""What the clock starts: each job asks the database what is due, does it in units of work, and ends.

No job keeps state of its own: killed at any point, the next tick goes on where the rows stand.
"""
