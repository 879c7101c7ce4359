"""Proof, room by room: the folders mirror the packages, and what a test needs comes from real parts."""
