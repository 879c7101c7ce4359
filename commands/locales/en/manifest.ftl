# What the app's manifest says, and the lines of `/lazo help`.
manifest-description = What sales hears becomes what marketing changes. Without leaving Slack.
manifest-long-description = Lazo closes the loop between sales and marketing. Salespeople log objections in seconds, and get back the arguments that worked. Marketing hears of it at once when it is asked for something, else in a daily list. Every week the channel gets one digest: which objections buyers raised, where good leads came from, and which arguments landed. In English and Spanish.

command-objection-description = Log a buyer’s objection; see what was argued before
command-objection-usage = [Acme: they say HubSpot is cheaper | search price | top | mine]
command-winloss-description = What swung a closed deal: every view of it, side by side
command-winloss-usage = [Acme: lost to HubSpot, price | list | deal Acme | due]
command-digest-description = The week in one message: objections, leads, conversion
command-digest-usage = [preview | now | schedule | resend]
command-account-description = Who answers for an account in sales and in marketing
command-account-usage = [Acme | targets | export]
command-lazo-description = Help and settings; every command also works from here
command-lazo-usage = [help | settings | objection … | winloss … | handoff … | digest … | account …]

shortcut-log-message = Log to Lazo
shortcut-log-message-description = Keep an objection, a review or a lead’s quality from here; works in threads too
shortcut-log-objection = Log an objection
shortcut-log-objection-description = Open the form for a buyer’s objection
shortcut-log-review = Review a closed deal
shortcut-log-review-description = Open the form for a win/loss review
shortcut-log-rating = Rate a lead
shortcut-log-rating-description = Open the form for a lead’s quality
