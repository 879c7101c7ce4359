"""The stages that a workspace agrees on: their names, order and limits, and what marketing gives in each.

Everybody may read them; admins and those who lead a team change them. A code that history knows is never changed.
"""
