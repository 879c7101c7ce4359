fit-good = good
fit-partial = partial
fit-poor = poor
intent-good = good
intent-partial = partial
intent-poor = poor

rating-grades = fit { $fit }, intent { $intent }
rating-view = { $who }: { $said }
rating-nameless = a lead without a name

rating-form-title = Rate a lead
rating-form-title-edit = Change your rating
rating-form-lead = Lead
rating-form-fit = Fit
rating-form-fit-hint = Is it the kind of company and person we sell to?
rating-form-intent = Intent
rating-form-intent-hint = Do they want something now?
rating-form-goes-back = Send it back anyway…
rating-form-reason = Reason
rating-form-reason-hint = Only when it goes back; the reason decides how. Leave it empty to keep the lead where it is.
rating-form-reason-choose = Choose one
rating-form-day = Ask again on
rating-form-more-after = More reasons, such as “No budget now”, can be chosen once somebody has tried to reach the lead.
rating-form-note = Note
rating-form-note-kept = The note is too long for this form and stays as it is:
rating-form-before = You’ve rated this lead before: what you save now replaces it.
rating-form-lost = Slack didn’t open the form in time, so nothing was saved. Try again, or type it in one line: `{ $command } Acme: fit good, intent poor, no budget`
rating-pressed-lost = Slack didn’t open the form in time. Nothing was changed; press the button again.
rating-means-recycle = When you save, it goes back to marketing, and { $marketer } is asked again on the day below.
rating-means-reroute = When you save, it goes back to { $marketer }, to be given to the right person.
rating-means-disqualify = When you save, it is ruled out, and { $marketer } hears why.
rating-means-view = { $owner } decides about this lead. What you say is kept as your view beside it.
rating-means-closed = This lead’s handoff is already { $state }. What you say is kept as your view beside it.
rating-means-never = This lead was never handed over, so nothing is sent back. What you say counts for where it came from.

rating-error-no-lead = Choose the lead, or type its name and create it.
rating-error-members-make-leads = Guests can’t create leads. Choose one that is here, or ask a colleague.
rating-error-no-grade = Choose one of the three.
rating-problem-needs-fit = “{ $reason }” goes with poor fit. Change one of the two.
rating-problem-needs-intent = “{ $reason }” goes with poor intent. Change one of the two.
rating-problem-needs-either = “{ $reason }” goes with poor fit or poor intent. Change one of them.
rating-problem-only-after-an-attempt = “{ $reason }” can only be known once somebody has tried to reach the lead. Log the attempt first, or choose another reason.
rating-problem-other-needs-note = With “{ $reason }”, add a line that says what it is about.
rating-problem-not-ahead = Choose a day that is still to come.
rating-problem-too-far = Choose a day within two years.

rating-which-lead = { $count ->
    [one] One lead has a name like “{ $name }”: choose it below if it is the one you mean.
   *[other] { $count } leads have a name like “{ $name }”: choose the one you mean.
}
rating-which-lead-yours = { $count } leads have a name like “{ $name }”: the one that is with you is chosen below. Nothing has been saved yet.
rating-unknown-lead = There is no lead “{ $name }” yet. Search below for the one you mean, or type its name and create it.
rating-guessed = It sounds like “{ $reason }”, so that is chosen below. Nothing has been saved yet.
rating-guessed-early = It sounds like “{ $reason }”. That can only be known once somebody has tried to reach the lead, so no reason is chosen below. Nothing has been saved yet.
rating-stale = Your rating was changed after you opened this form. Now it says: { $said }. What you typed is below.
rating-saved-before = You had already saved this rating, so nothing was changed. It says: { $said }. Below is what you typed now. *Save* puts yours in its place.

rating-saved = Saved
rating-updated = Changed
rating-saved-again = You’ve already said so; nothing was added
rating-undone = Undone
rating-withdrawn = Undone. What you said of { $lead } no longer counts anywhere.
rating-withdrawn-sent-back = Undone. What you said of { $lead } no longer counts anywhere. The lead itself stays back with marketing, who can hand it over again.
rating-restore = Bring it back
rating-removed-characters = { $count ->
    [one] One character that cannot be stored was removed.
   *[other] { $count } characters that cannot be stored were removed.
}
rating-done-recycle = :leftwards_arrow_with_hook: Sent back to marketing. { $marketer } is asked about it again on { $when }.
rating-done-reroute = :twisted_rightwards_arrows: Sent back to { $marketer }, to be given to the right person.
rating-done-disqualify = :no_entry_sign: Ruled out. { $marketer } hears why.
rating-kept-view = Kept as your view: { $owner } decides about this lead, and nothing was sent back.
rating-kept-closed = Kept as your view: this lead’s handoff is already { $state }, and stays so.
rating-kept-never = This lead was never handed over, so nothing was sent back. It counts for where the lead came from.
rating-told-daily = { $marketer } (marketing) reads it in their daily list on { $when }.
rating-not-rater = Only the person who gave this rating can change it. You can rate the lead yourself: both stand side by side.

rating-mine-title = Leads you rated, latest first
rating-mine-none = You haven’t rated a lead yet.
rating-list-title = Latest ratings
rating-list-none = No lead has been rated yet.
rating-list-title-named = What is said of “{ $name }”
rating-list-none-named = Nobody has rated a lead called “{ $name }” yet.
rating-unclear = I don’t know “{ $word }”, so nothing was saved. Did you mean `{ $again }`?
rating-example = For example: `{ $command } Acme: fit good, intent poor, no budget — they want it next year`
rating-rate-it = Rate a lead with this name
rating-you-typed = You had typed:
rating-help = *Rate a lead, and see where good ones come from*
    • `{ $command }` opens the form
    • `{ $command } Acme: fit good, intent poor, no budget — they want it next year` saves it in one line; “good/poor” does too
    • `{ $command } sources` and `{ $command } campaigns`: how good their leads are, and why some came back
    • `{ $command } list` and `{ $command } list Acme`: what was said, side by side
    • `{ $command } mine`: what you rated
    A reason sends the lead back if it is yours to decide; otherwise it is kept as your view.
rating-told = { $count ->
    [one] One of your leads was rated
   *[other] { $count } of your leads were rated
}
rating-on-card = What people think of this lead

quality-rated = { $n ->
    [0] no lead rated
    [one] { $count } lead rated
   *[other] { $count } leads rated
}
quality-line = { $rated } · fit: { $fit } · intent: { $intent }
quality-rate = { $rate } { $grade } ({ $good } of { $n })
quality-returned = { $n ->
    [one] { $count } came back: { $reasons }
   *[other] { $count } came back: { $reasons }
}
quality-reason = { $reason } { $count }
quality-reasons-more = other reasons { $count }
quality-no-source = No source given
quality-minimum = Percentages appear from { $n } rated leads on. Each lead counts once, as seen by whoever decides about it.
quality-title-sources = Lead quality by source, last { $days } days
quality-title-campaigns = Lead quality by campaign, last { $days } days
quality-none-sources = No lead was rated or sent back in the last { $days } days.
quality-none-campaigns = No lead of a campaign was rated or sent back in the last { $days } days.
quality-column-sources = Source
quality-column-campaigns = Campaign
quality-column-n = Rated
quality-column-graded = { $kind }: { $grade }
quality-column-fit = Fit
quality-column-intent = Intent
quality-column-returned = Came back
quality-summary = *Lead quality*: { $rated } this { $stretch ->
    [month] month
   *[other] week
 }.
quality-summary-returned = *Lead quality*: { $rated } this { $stretch ->
    [month] month
   *[other] week
 }; { $returned }.
quality-by-campaign = *By campaign*

command-leadquality-description = Rate a lead; see where good ones come from
command-leadquality-usage = [Acme: fit good, intent poor, no budget | sources | campaigns | list | mine]
command-leadquality-help = • `/lazo leadquality Acme: fit good, intent poor, no budget` rates a lead, and sends it back if you decide about it
    • `/lazo leadquality sources` tells where good leads come from, and why others came back
