review-form-title = Review a deal
review-form-title-edit = Edit review
review-form-deal = Which deal?
review-form-deal-placeholder = Type a company or a deal
review-form-deal-hint = A deal is best: all views of it then stand side by side.
review-form-outcome = How did it end?
review-form-lost-how = So far it only says “lost”. To a competitor, with no decision, or another way?
review-form-choose = Choose one
review-form-choose-some = Choose up to { $count }
review-form-primary-won = What decided it most?
review-form-primary-lost = What stood in the way most?
review-form-contributing = What else played a part?
review-form-reasons-follow = The reasons to choose from follow from how it ended.
review-form-no-reasons = Nobody knows yet how it ended, so no reason is asked for. *Edit* adds it later.
review-form-competitor = Competitor
review-form-swung_it = What swung it, or would have?
review-form-swung_it-hint = One sentence is enough. It’s about the deal, not about anybody’s work.
review-form-buyer_words = In the buyer’s own words
review-form-buyer_words-hint = As far as you remember; kept word for word.
review-form-helpful_content = Content that helped
review-form-helpful_content-hint = A case study, a calculator, a page …
review-form-lesson = What would you tell the next person?
review-form-lesson-hint = For whoever meets the same situation.
review-form-perspective = Whose view is this?
review-form-perspective-hint = Rep, manager and buyer may each give theirs; they stand side by side.
review-form-kept = *{ $field }*: too long for this form, so it stays as it is:
review-form-heard = Heard from this account before, to help you remember:
review-form-heard-line = { $theme }: “{ $quote }” ({ $day })
review-form-worked-line = Worked before: { $argument }
review-option-account = { $name } (account)
review-option-name = “{ $name }”, as a name only

outcome-open = Open
outcome-won = Won
outcome-lost_competitor = Lost to a competitor
outcome-lost_no_decision = Lost, no decision
outcome-lost_other = Lost
outcome-churned = Customer left
outcome-unknown = Not known
review-lost-otherwise = Lost, another way

lossreason-price = Price
lossreason-budget = Budget
lossreason-product_gap = Missing feature
lossreason-competitor = A better competitor
lossreason-incumbent = Stayed with the current vendor
lossreason-in_house = Builds it in-house
lossreason-priority = Not a priority
lossreason-timing = Timing
lossreason-no_champion = No champion
lossreason-risk = Risk, security or legal
lossreason-sales_process = Our sales process
lossreason-unresponsive = Went silent
lossreason-poor_fit = Not a fit
lossreason-other = Other

winreason-product_fit = Product fit
winreason-value = Value for money
winreason-trust = Trust and references
winreason-sales_experience = Sales experience
winreason-implementation = Implementation
winreason-relationship = Relationship
winreason-content = Content
winreason-other = Other

perspective-rep = Sales rep
perspective-manager = Manager
perspective-buyer = Buyer

dealtype-new = new business
dealtype-renewal = renewal
dealtype-expansion = expansion

review-error-no-deal = Say which deal or company it is about.
review-error-no-end = Say how it ended.
review-error-no-reason = Choose the reason that counted most.
review-error-other-family = That reason doesn’t go with how it ended. Choose one of the list, or change how it ended.
review-error-not-with-outcome = That reason says that it ended another way. Choose another one, or change how it ended.
review-error-same-twice = The main reason is here too. Leave it in one place.
review-error-too-many = Three at most: the ones that counted.
review-error-no-competitor = Lost to whom? Name the competitor, or choose another outcome.
review-error-other-says-nothing = With “Other”, add a line that says what swung it.

review-saved = Saved
review-saved-again = You had already saved this a moment ago; it counts once
review-updated = Changed
review-restored = Brought back
review-withdrawn = Undone. It no longer counts anywhere.
review-restore = Bring it back
review-of-deal = Deal: { $deal }
review-deal-open = A view doesn’t close a deal: this one still stands as open. `/lazo winloss close { $name }` closes it.
review-deal-unnamed = Deal without a name
review-unknown-yet = It isn’t said yet how it ended. *Edit* adds it, with the reasons, whenever you know.
review-unknown-account = No account is called “{ $name }” yet. The review is saved with that name.
review-lost-to = Lost to { $competitor }
review-won-against = against { $competitor }
review-competitor = { $competitor } was in it too
review-primary = mainly: { $reason }
review-also = also: { $reasons }
review-said-swung_it = What swung it
review-said-buyer_words = In the buyer’s words
review-said-helpful_content = Content that helped
review-said-lesson = Lesson
review-open-page = The deal’s page
review-views-differ = The views of this deal differ, which is worth a talk:
review-views-agree = All views agree on how it ended, the main reason and the competitor.
review-views-all-name = All of them name: { $reasons }
review-difference = { $field }: { $said }
review-difference-said = { $who } “{ $what }”
review-not-said = not said
review-field-outcome = How it ended
review-field-primary = Main reason
review-field-contributing = Also
review-field-competitor = Competitor

review-help = Review closed deals, won ones too, in a minute and a half.
    • `{ $command } Acme: lost to HubSpot, price` saves at once
    • `{ $command } Acme` opens the form with what is known of Acme’s deal · `{ $command }` opens it empty
    • `{ $command } list lost this quarter` shows reviews · `{ $command } list mine` shows yours · add any word to look for
    • `{ $command } deal Acme` is the deal’s page: every view side by side, objections, and what worked
    • `{ $command } due` lists what waits for a review · `{ $command } close Acme won` closes a deal · `{ $command } reopen Acme` opens it again
review-unclear = “{ $word }” is no word I know and no account or deal, so nothing was saved. Did you mean `{ $again }`?
review-unclear-example = To review a deal, say how it ended, for example: `{ $command } Acme: lost to HubSpot, price`
review-unclear-keep = Review “{ $name }”
review-line-two-ends = The line gives two outcomes at once, won and lost, so nothing was saved yet. Choose how it ended; the rest is filled in.
review-line-stranger = “{ $reason }” doesn’t go with “{ $outcome }”, so nothing was saved yet. Choose the reason, or change how it ended; the rest is filled in.
review-line-lacks = Nothing was saved yet. { $what } The rest of what you typed is filled in.
review-line-look = Nothing was saved yet. Have a look, then save.
review-form-lost = Slack didn’t open the form in time, so nothing was saved. Try again, or write it in one line: `{ $command } Acme: lost to HubSpot, price`
review-edit-lost = Slack didn’t open the form in time. Nothing has changed; press the button again.
review-not-author = Only the person who gave this view can change it. Give your own: it stands beside this one.
review-given-elsewhere = You have already given your view of that deal from this side, so nothing was changed. Change that one instead.
review-stale = This review changed while you were editing it, so your change was *not* saved. This is how it stands now; below is what you typed. *Save* puts yours in its place.
review-given-before = You have given your view of this deal already, so nothing new was saved. Here it is, with what you typed now put in: *Save* changes it.

review-list-recent = in the last { $days } days
review-list-with = with “{ $words }” in the last { $days } days
review-list-title = { $count ->
    [one] One review { $what }
   *[other] { $count } reviews { $what }
}
review-list-none = No reviews { $what }. Try a longer time, for example: `{ $command } list 365 days`
review-list-count = { $outcome }: { $count }
review-list-side = { $side }’s view, { $day }
review-list-newest = These are the { $count } newest. Narrow it down, for example: `{ $command } list lost hubspot 90 days`

review-page-title = The deal’s page
review-page-which = Which deal? For example: `{ $command } deal Acme`
review-page-none = I know no deal and no account with deals called “{ $name }”. To review it all the same: `{ $command } { $name }:`
review-page-like = No deal is called “{ $name }” exactly. Did you mean one of these?
review-page-others = Other deals of that name:
review-page-took = { $days ->
    [one] open for one day
   *[other] open for { $days } days
}
review-page-closings = closed { $count } times
review-page-add = Give your view
review-page-no-views = Nobody has said yet what swung it.
review-page-views = { $count ->
    [one] *One view of this deal*
   *[other] *{ $count } views of this deal*
}
review-page-earlier = As it closed before, on { $day }
review-page-while-open = Said while it stood open
review-page-heard = *Heard from this account*
review-page-worked = *Arguments that worked on this*

review-notice-list = { $count ->
    [one] A new win/loss review
   *[other] { $count } new win/loss reviews
}
review-notice-by = { $side }’s view, by { $author }
