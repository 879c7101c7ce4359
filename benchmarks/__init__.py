"""Runnable measurements. They print ratios taken side by side in one run, and never pass or fail."""
