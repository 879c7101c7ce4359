"""The documents, and the generator that keeps their tables as the code says.

Whatever the code knows is generated, never typed: `make docs` writes it, a test compares it. Not part of the wheel.
"""
