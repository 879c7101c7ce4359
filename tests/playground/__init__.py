"""The local Slack, driven by the real Slack SDK and Bolt: it must refuse what Slack refuses."""
