"""The whole pipe on real parts."""
