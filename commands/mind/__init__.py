"""What an admin decides of the text assistant, and what it used this month: `/lazo mind`."""
