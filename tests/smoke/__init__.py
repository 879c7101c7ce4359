"""What Lazo assumes of Slack, tried on a real workspace: `make smoke-slack CHANNEL=C… USER_ID=U…`.

Each trial says which assumption it proves, and takes away what it posted. pytest runs the same trials on the local
Slack, which is built from Slack's documentation: there they show that the script works, not that Slack does.
"""
