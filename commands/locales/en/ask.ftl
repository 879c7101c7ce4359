question-looking = I’m looking through the records. The answer comes here in a moment, for you alone.
question-help = Ask in your own words what the records say: `/lazo ask why do we lose deals to HubSpot?` · `/lazo ask which sources give good leads this quarter?` · `/lazo ask what did Acme object?`
    You see what you may see elsewhere, each sentence with what it stands on.
question-plain = These show the records themselves: `/lazo objection top` · `/lazo objection search price` · `/lazo winloss list` · `/lazo leadquality sources` · `/lazo scorecard` · `/lazo handoff mine` · `/lazo account Acme`
question-asked = You asked: { $question }
question-stands-on = What this stands on:
question-message = message
question-machine = The sentences were written by a machine; each was checked against what it cites. The figures were counted by Lazo.
question-left-out = Something that could not be checked was left out.
question-not-known = I don’t know: the records don’t say, as far as I can find it there.
question-nearest = What came nearest:
question-not-looked = I couldn’t read the records just now, so there is no answer. Ask again in a minute.
