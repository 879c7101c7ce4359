"""The ideal customer profile: read it, propose a change with what was seen, decide on what waits.

Every full member proposes; admins and those who lead a team decide. The month's review names what waits.
"""
