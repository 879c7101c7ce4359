objection-form-title = Log an objection
objection-form-title-edit = Edit objection
objection-form-quote = What did they say?
objection-form-quote-hint = In their own words, as far as you remember.
objection-form-quote-kept = The quote is too long for this form and stays as it is:
objection-form-account = Account
objection-form-account-placeholder = Acme
objection-form-theme = Theme
objection-form-choose = Choose one
objection-form-argument = What did you answer?
objection-form-argument-placeholder = The argument you used
objection-form-worked = Did it work?
objection-form-ask = What do you need from marketing?
objection-form-ask-hint = If you ask for something, marketing hears of it at once.
objection-form-competitor = Competitor
objection-form-stage = Stage
objection-form-role = Who said it?
objection-form-belief = How do you know?
objection-form-note = Note

objection-error-no-quote = Write what they said, for example: “HubSpot is cheaper”.
objection-error-other-needs-note = With “Other”, add a line that says what it is about.

objection-saved = Saved
objection-saved-again = Already saved a moment ago, so it stands once
objection-updated = Changed
objection-withdrawn = Undone. It counts nowhere any more; marketing sees it as withdrawn.
objection-restore = Bring it back
objection-removed-characters = { $count ->
    [one] One character that cannot be stored was left out.
   *[other] { $count } characters that cannot be stored were left out.
}
objection-vs = vs { $competitor }
objection-asks = Asks marketing for: { $ask }
objection-no-account = no account
objection-theme-placeholder = Set the theme
objection-unknown-account = No account is called “{ $name }” yet. The note is saved with that name.
objection-use-account = Use { $name }
objection-create-account = Create “{ $name }”
objection-argued-before = *What was argued before on { $theme }*
objection-argument-worked = worked
objection-argument-failed = did not work
objection-argument-open = too early to tell
objection-told-owner-now = { $owner } (marketing) hears of it now.
objection-told-owner-at = { $owner } (marketing) hears of it { $when }, in working hours.
objection-told-owner-daily = { $owner } (marketing) sees it in the daily list, { $when }.
objection-told-channel-now = { $channel } hears of it now.
objection-told-channel-at = { $channel } hears of it { $when }, in working hours.
objection-told-channel-daily = { $channel } sees it in the daily list, { $when }.
objection-told-nobody = No marketing owner or channel is set, so nobody is told. An admin can set one with `/lazo settings`.

objection-search-empty = Search for what? For example: `/objection search price`
objection-search-none = Nothing found for “{ $query }”. Try fewer words, for example: `/objection search price`
objection-search-title = { $count ->
    [one] One objection with “{ $query }”
   *[other] { $count } objections with “{ $query }”
}
objection-mine-none = You have logged none yet. For example: `/objection Acme: they say HubSpot is cheaper`
objection-mine-title = What you logged last
objection-top-none = No objections in the last { $days } days. For example: `/objection Acme: they say HubSpot is cheaper`
objection-top-title = Heard most in the last { $days } days
objection-top-line = *{ $theme }* · { $count } ({ $before } in the { $days } days before)
objection-list-answered = answered: { $argument }
objection-help = Log what buyers object, in one line or with a form.
    • `/objection Acme: they say HubSpot is cheaper` saves at once
    • `/objection` opens the form
    • `/objection search price` · `/objection top` · `/objection mine`
objection-unclear = I do not know the word “{ $word }”.
objection-unclear-nearest = I do not know the word “{ $word }”. Did you mean `{ $nearest }`?
objection-unclear-example = To log it, add what they said, for example: `/objection Acme: they say HubSpot is cheaper`. Or keep it as it is:
objection-save-anyway = Save as an objection

objection-notice-ask = { $author } needs { $ask ->
    [argument] an argument
    [content] content
   *[proof] proof
 } from marketing · { $account }
objection-notice-plain = { $author } heard an objection · { $account }
objection-notice-withdrawn = { $author } withdrew this note.
objection-notice-list = { $count ->
    [one] A note from sales for you
   *[other] { $count } notes from sales for you
}
objection-not-author = Only the person who logged it can change it. It stays as it is.
objection-stale = It was changed meanwhile, so your change was *not* saved. This is how it stands now; below is what you typed. *Save* puts yours in its place.
objection-form-lost = The form could not open because Slack had already closed the request. Try again, or write it in one line: `/objection Acme: they say HubSpot is cheaper`
objection-answer-what = Answered with: { $argument }
objection-told-yourself = You own this account’s marketing, so nobody else is told.
