"""The ways in that lead to every kind of feedback: a message's shortcut, a reaction, Home's buttons, global shortcuts.

Which forms there are is handed in (`commands.openers`); what is typed into them is their slices' business.
"""
