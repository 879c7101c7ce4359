# What Lazo says when it runs as a demo.
demo-intro-title = Hello from Lazo.
demo-intro-example = This is an example workspace. Norte Software, its people, accounts and figures are all made up.
demo-intro-steps = Try this:
    • As *Ana* or *Tom*: `/objection Harlow Freight: they say Pipewise is cheaper, I need an argument`
    • Switch to *Marta*: she hears of it in her messages
    • Move the clock to Monday 09:00: the week’s digest comes to this channel

demo-tour-log = Log what a buyer said
demo-tour-log-text = Lazo takes what sales hears to marketing, and leads to sales. Everybody here is made up. First you are Tom, in sales: Carmen left a call’s notes in a thread. Press the button, point at her reply, press ⋮ and choose *Log to Lazo*. Look it over and save.
demo-tour-hand-over = Hand over a lead
demo-tour-hand-over-text = As Joe, in marketing in New York (the clock at the top then shows his hour), you hand Tom a lead. The button puts this into the box; send it: `{ $command }`
demo-tour-hand-over-command = /handoff Costa Freight, Laura Pérez demo request: asked for prices after the webinar @tom
demo-tour-clock = Let the clock run
demo-tour-clock-text = { $owner } has the lead and one working hour for a first attempt to reach them. Move the clock at the top by *+1 h*, and see what Lazo writes.
demo-tour-return = Return it with a reason
demo-tour-return-text = On the lead in { $owner }’s messages from Lazo, press *Return…*, choose why, and send it back.
demo-tour-digest = Read the week’s digest
demo-tour-digest-text = Move the clock at the top to *Monday 09:00*; it takes a few seconds. The week comes to #revenue-review in one message: go there and read it.
demo-tour-why = Ask why
demo-tour-why-text = Tom has more leads with a deadline. Press *Why this deadline?* on any of them: every hour that was counted is there.
demo-call-root = Just off the phone with Harlow Freight. Notes in the thread.
demo-call-note = Harlow Freight: their dispatcher says Pipewise is a third cheaper and wants to know what we do that they don’t. I need an argument.
