"""What is understood and shown about people."""
