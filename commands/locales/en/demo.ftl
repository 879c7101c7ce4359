# What Lazo says when it runs as a demo.
demo-intro-title = Hello from Lazo.
demo-intro-example = This is an example workspace. Norte Software, its people, accounts and figures are all made up.
demo-intro-steps = Try this:
    • As *Ana* or *Tom*: `/objection Harlow Freight: they say Pipewise is cheaper, I need an argument`
    • Switch to *Marta*: she hears of it in her messages
    • Move the clock to Monday 09:00: the week’s digest comes to this channel
