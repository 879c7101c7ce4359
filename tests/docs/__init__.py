"""Tests of the documents: what is generated is as the code says, what is quoted exists, what can run is run."""
