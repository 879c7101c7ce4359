"""Who gets leads, in Slack: the rules in their order, the round robins with whose turn it is, and a preview.

Admins and those who lead a team change them, everybody may read them; who had how many turns is for those who decide.
"""
