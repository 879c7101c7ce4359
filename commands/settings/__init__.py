"""What an admin decides for the whole workspace: `/lazo settings`."""
