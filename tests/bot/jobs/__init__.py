"""What the clock starts, with the clock in the test's hand."""
