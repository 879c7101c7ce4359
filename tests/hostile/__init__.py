"""Texts that try to command a mind, put where people type, against a model that does whatever they say.

The model is the worst there can be: what holds here does not rest on its manners.
"""
