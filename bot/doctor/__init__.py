"""`lazo doctor`: looks at everything that a running bot leans on, and changes none of it.

One module an area. What is asked of Slack, of the database or of the machine is asked in one place and judged in
another, so that each judgement is a plain function of what was found. No secret's value ever enters a `Finding`.
"""
