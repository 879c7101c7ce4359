"""The process: settings, wiring, jobs, the command line."""
