lazo-help-title = Lazo closes the loop between sales and marketing. This is what it can do:
lazo-help-admin = *For admins*
    • `/lazo set-up` goes through everything step by step · `/lazo settings` sets the channels, language, time zone and guests
lazo-help-people = • `/lazo me` your team, manager, backup, hours · `/lazo people` who is who
    • `/lazo out until friday` tells Lazo that you are away · `/lazo back` that you are here again
    • `/lazo sla` how soon each kind of lead is to be answered · `/lazo routing` who gets it · `/lazo stages` how deals go on · `/lazo icp` the ideal customer · `/lazo scorecard` how both teams keep their promises
    • `/lazo ask why do we lose deals?` answers from your records, where a text assistant is set up · `/lazo mind` whether it is, and what leaves for it
lazo-help-names = Every command also works on its own, for example `/objection` (`/objecion` if Lazo was installed in Spanish), unless another app owns that name here. Only you see this answer.
lazo-unclear = I don’t know “{ $word }”, so nothing was done. These I know: `objection` · `winloss` · `leadquality` · `handoff` · `digest` · `account` · `me` · `hours` · `out` · `back` · `people` · `sla` · `routing` · `stages` · `icp` · `scorecard` · `ask` · `mind` · `settings` · `set-up` · `help`
lazo-unclear-nearest = I don’t know “{ $word }”, so nothing was done. Did you mean `/lazo { $again }`?
lazo-unclear-example = For example: `/lazo objection Acme: they say HubSpot is cheaper`
lazo-you-typed = You typed:

command-objection-help = • `/lazo objection Acme: they say HubSpot is cheaper` saves it at once
    • `/lazo objection` opens a form · `/lazo objection search price` finds what others heard
command-winloss-help = • `/lazo winloss Acme: lost to HubSpot, price` reviews a closed deal, won ones too
    • `/lazo winloss Acme` opens the form · `/lazo winloss deal Acme` shows every view of it · `/lazo winloss due` what waits
command-digest-help = • `/lazo digest preview` shows it to you alone · `/lazo digest now` posts it here
    • `/lazo digest schedule` sends it here every week or month · `/lazo digest resend` once more if it was deleted
command-account-help = • `/lazo account Acme` sets who answers for Acme · `/lazo account` lists all · `/lazo account targets` the quarter’s target list
