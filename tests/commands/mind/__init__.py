"""What people see and decide of the text assistant."""
