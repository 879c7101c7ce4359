"""What is understood and shown of the set-up."""
