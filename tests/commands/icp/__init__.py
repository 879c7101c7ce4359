"""The digest as people meet it."""
