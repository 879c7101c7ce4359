"""The house's rules, checked: each in a short test, and each shown to catch a planted violation."""
