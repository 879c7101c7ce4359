# What is known of an account.
facts-edit = Edit…
facts-title = About the account
facts-relation = Prospect or customer?
facts-by-deals = As its deals say: customer once one is won
facts-segment = Segment
facts-segment-hint = As in your rules for who gets leads, for example: Mid-market
facts-territory = Region
facts-territory-hint = As in your rules for who gets leads, for example: North
facts-renewal = Renewal
facts-renewal-hint = The digest names it from 90 days before.
facts-tier = tier { $tier }
facts-renews = { $count ->
    [0] *renews today*
    [one] *renews tomorrow* ({ $day })
   *[other] renews on { $day }, in { $count } days
}
facts-renewal-passed = { $count ->
    [one] :warning: renewal was yesterday ({ $day })
   *[other] :warning: renewal was on { $day }, { $count } days ago
}
facts-list-buyer = Buying group
facts-list-signal = Intent signals
facts-open-buyer = People…
facts-open-signal = Signals…
facts-new-buyer = Add a person…
facts-new-signal = Add a signal…
facts-nobody = nobody known yet
facts-none = none noted yet
facts-no-signals = None noted yet: add what the account is looking into.
gap-champion = no champion known
gap-economic_buyer = no economic buyer known
gap-technical_evaluator = no technical evaluator known
facts-act-edit = Edit…
facts-act-remove = Remove
facts-buyer-title = Who has a say
facts-name = Name
facts-job = What they do
facts-job-hint = Their title, for example: CFO
facts-role = Part in the decision
facts-signal-title = Intent signal
facts-topic = What are they looking into?
facts-topic-hint = For example: migration from HubSpot
facts-seen = When was it seen?
facts-source = Where was it seen?
facts-source-hint = For example: pricing page, webinar, G2
facts-saved = Saved
facts-removed = Removed
facts-stale = Somebody changed this before you: this is how it stands now
facts-members-only = Only full members of this workspace change what is known of an account, so nothing was changed. Ask a colleague.
facts-error-long = This is too long: a line, please.
facts-error-name = Write the name of the person.
facts-error-role = Choose their part in the decision.
facts-error-known = Somebody of this name is in the buying group already.
facts-error-many = 40 people are in the buying group. Remove somebody first.
facts-error-topic = Write what they are looking into.
facts-error-future = This day is still to come.
facts-error-old = This is more than two years ago and says nothing about today.
facts-error-past = This day has passed. When is the next renewal?
facts-error-far = This is more than ten years away. Look at the year again.
facts-error-stale = Somebody changed this before you, so yours was not saved. Close the form and open it again.
history-open = History…
history-title = History
history-nothing = Nothing has been noted yet.
history-older = The latest { $count } entries. The audit in the database keeps them all.
history-account_created = created the account
history-account_owners_named = changed its owners or CRM link
history-account_merged = merged: { $what }
history-account_merge_undone = took a merge back
history-account_facts_changed = { $what }
history-account_commented = commented on it
history-account_confirmed = confirmed it for the review
history-stage_changed = stage { $what }
history-meeting_logged = met them on { $what }
history-step_added = promised: { $what }
history-step_changed = changed a promise: { $what }
history-step_done = did: { $what }
history-step_dropped = dropped: { $what }
history-buyer_added = buying group: { $what } added
history-buyer_changed = buying group: { $what } changed
history-buyer_removed = buying group: { $what } removed
history-signal_added = signal: { $what } added
history-signal_changed = signal: { $what } changed
history-signal_removed = signal: { $what } removed
facts-tier-label = Tier
facts-tier-hint = How much both teams give this account: 1 gets the most. Agreements on response times may depend on it.
facts-no-tier = none
facts-tier-choice = Tier { $tier }
