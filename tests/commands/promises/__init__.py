"""The use cases of handoffs and their clock, on both databases, with a clock that the test moves."""
