"""Each named guarantee, broken on purpose: the test that stands for it must then fail."""
