duplicates-title = { $count ->
    [one] One pair may be the same company
   *[other] { $count } pairs may be the same company
}
duplicates-intro = Only the names were compared. You decide: *Merge…* first shows what would happen.
duplicates-partly = There are so many accounts that only some could be compared just now. Ask again in a minute, and others come first.
duplicates-none = No two accounts look like the same company. If you know two that are, for example: `{ $command } merge ACME Inc. into Acme`
duplicates-pair = *{ $first }* and *{ $second }*
duplicates-why-forms = Only the legal form, or a word like “Group”, differs.
duplicates-why-order = The same words in another order.
duplicates-why-spaces = The same letters, written together or apart.
duplicates-why-slip = One letter differs.
merge-open = Merge…
merge-apart = Not the same
merge-title = Merge accounts
merge-asks = { $merged } becomes part of { $kept }.
merge-swap = Keep “{ $name }” instead
merge-values = What { $kept } will say
merge-value-taken = { $field }: { $value } (from { $name })
merge-value-stays = { $field }: { $value }
merge-value-over = { $field }: { $value } (not { $other })
merge-field-sales_owner_id = Sales owner
merge-field-marketing_owner_id = Marketing owner
merge-field-tier = Tier
merge-field-territory = Territory
merge-field-segment = Segment
merge-field-relation = Prospect or customer
merge-field-renewal_on = Renewal
merge-field-crm_id = CRM id
merge-field-crm_url = CRM link
merge-moving = What moves
merge-moving-nothing = Nothing is recorded about it yet; its name moves.
merge-count-account_comments-account_id = { $count ->
    [one] one comment
   *[other] { $count } comments
}
merge-count-account_confirmations-account_id = { $count ->
    [one] one confirmation
   *[other] { $count } confirmations
}
merge-count-account_steps-account_id = { $count ->
    [one] 1 next step
   *[other] { $count } next steps
}
merge-count-account_touches-account_id = { $count ->
    [one] 1 touch
   *[other] { $count } touches
}
merge-count-accounts-merged_into_id = { $count ->
    [one] 1 other name
   *[other] { $count } other names
}
merge-count-buying_group_people-account_id = { $count ->
    [one] 1 person who decides
   *[other] { $count } people who decide
}
merge-count-deals-account_id = { $count ->
    [one] 1 deal
   *[other] { $count } deals
}
merge-count-handoffs-account_id = { $count ->
    [one] 1 handoff
   *[other] { $count } handoffs
}
merge-count-intent_signals-account_id = { $count ->
    [one] 1 intent signal
   *[other] { $count } intent signals
}
merge-count-leads-account_id = { $count ->
    [one] 1 lead
   *[other] { $count } leads
}
merge-count-notices-subject_id = { $count ->
    [one] 1 notice
   *[other] { $count } notices
}
merge-count-objections-account_id = { $count ->
    [one] 1 objection
   *[other] { $count } objections
}
merge-count-review_replies-account_id = { $count ->
    [one] one reply in a review
   *[other] { $count } replies in reviews
}
merge-count-stage_changes-account_id = { $count ->
    [one] 1 change of stage
   *[other] { $count } changes of stage
}
merge-count-target_entries-account_id = { $count ->
    [one] 1 place on a target list
   *[other] { $count } places on target lists
}
merge-count-timers-subject_id = { $count ->
    [one] 1 deadline
   *[other] { $count } deadlines
}
merge-count-win_loss_reviews-account_id = { $count ->
    [one] 1 review
   *[other] { $count } reviews
}
merge-means = “{ $merged }” will still find *{ $kept }*. You can undo this later; what is added meanwhile stays with *{ $kept }*.
merge-do = Merge
merge-done = { $merged } is part of { $kept } now. { $count ->
    [0] There was nothing else to move.
    [one] One record moved with it.
   *[other] { $count } records moved with it.
}
merge-undo = Undo
merge-undone = { $merged } and { $kept } are two accounts again. { $count ->
    [0] There was nothing to move back.
    [one] One record moved back.
   *[other] { $count } records moved back.
}
merge-undone-stayed = These fields of { $kept } were changed since, so they stay as they are: { $fields }.
merges-title = Merged accounts
merges-line = { $merged } → { $kept } · { $person }, { $when }
merges-none = No accounts have been merged. To see which may be the same company: `{ $command } duplicates`
merge-same = { $first } and { $second } are one account already: { $name }.
merge-done-already = Both are { $name } already, so nothing was changed.
merge-unknown = No account is called { $name }, so nothing was merged. `/lazo account` lists them all.
merge-went-elsewhere = { $name } was merged into { $into } in the meantime, so nothing was changed.
merge-stale = One of the two changed while you were looking, so nothing was merged. This is how they stand now.
merge-undone-already = { $merged } was taken out of { $kept } already.
merge-undo-later-first = { $merged } was merged into { $kept } after that. Undo that one first.
merge-deciders-only = Only admins and those who lead a team merge accounts, so nothing was changed. Ask one of them.
merge-form-lost = Slack didn’t open the preview in time, so nothing was merged. Try again.
account-other-names = Also known as: { $names }
