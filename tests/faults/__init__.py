"""Real processes are killed and real connections cut: what was acknowledged stays, what was said is said once."""
