objection-form-title = Log an objection
objection-form-title-edit = Edit objection
objection-form-quote = What did they say?
objection-form-quote-hint = In their own words, as far as you remember.
objection-form-quote-kept = The quote is too long for this form and stays as it is:
objection-form-account = Account
objection-form-deal = Deal
objection-form-lead = Lead
objection-form-theme = Theme
objection-form-choose = Choose one
objection-form-argument = What did you answer?
objection-form-argument-placeholder = The argument you used
objection-form-worked = Did it work?
objection-form-ask = What do you need from marketing?
objection-form-ask-hint = If you ask for something, marketing hears of it at once, in their working hours.
objection-form-competitor = Competitor
objection-form-stage = Stage
objection-form-role = Who said it?
objection-form-belief = How do you know?
objection-form-note = Note

objection-error-no-quote = Write what they said, for example: “HubSpot is cheaper”.
objection-error-other-needs-note = With “Other”, add a line that says what it is about.

objection-saved = Saved
objection-saved-again = You had already saved this a moment ago; it counts once
objection-updated = Changed
objection-restored = Brought back
objection-withdrawn = Undone. It no longer counts anywhere, and marketing sees that you took it back.
objection-restore = Bring it back
objection-removed-characters = { $count ->
    [one] One character that cannot be stored was left out.
   *[other] { $count } characters that cannot be stored were left out.
}
objection-vs = vs { $competitor }
objection-asks = Asks marketing for { $ask ->
    [argument] an argument
    [content] content
   *[proof] proof
 }
objection-no-account = no account
objection-theme-placeholder = Set the theme
objection-before = Said before?
objection-before-title = Said before, in nearly the same words: { $count ->
    [one] one note
   *[other] { $count } notes
}
objection-before-or-more = { $count ->
    [0] Not said in nearly the same words in the newest notes; the older ones were not looked at.
    [one] *Said before, in nearly the same words: one note or more.* Only the newest were looked at.
   *[other] *Said before, in nearly the same words: { $count } notes or more.* Only the newest were looked at.
} `{ $command } search …` finds the others.
objection-before-lost = Slack didn’t open the list in time. Press *{ $button }* again.
objection-before-none = Nobody has noted this in nearly the same words. `{ $command } search …` finds notes by the words that you choose.
objection-suggested = Suggested theme: *{ $theme }* ({ $sure } sure)
objection-suggested-yes = Yes: { $theme }
objection-suggested-note = Suggested by a machine. The note is saved either way; the theme counts only once you confirm it.
objection-unknown-account = No account is called “{ $name }” yet. The note is saved with that name.
objection-use-account = Use { $name }
objection-create-account = Create “{ $name }”
objection-argued-before = *What was argued before on { $theme }*
objection-argument-worked = worked
objection-argument-failed = didn’t work
objection-argument-open = too early to tell
objection-told-owner-now = { $owner } (marketing) hears of it now.
objection-told-owner-at = { $owner } (marketing) hears of it on { $when }, in their working hours.
objection-told-owner-daily = { $owner } (marketing) sees it in the daily list on { $when }.
objection-told-channel-now = { $channel } hears of it now.
objection-told-channel-at = { $channel } hears of it on { $when }, in working hours.
objection-told-channel-daily = { $channel } sees it in the daily list on { $when }.
objection-told-nobody = No marketing owner or channel is set, so nobody is told. An admin can set one with `/lazo settings`.

objection-search-empty = What are you looking for? For example: `{ $command } search price`
objection-search-none = Nothing found for “{ $query }”. Try fewer words, for example: `{ $command } search price`
objection-search-title = { $count ->
    [one] One objection with “{ $query }”
   *[other] { $count } objections with “{ $query }”
}
objection-search-newest = The { $count } newest objections with “{ $query }”
objection-mine-none = You haven’t logged any yet. For example: `{ $command } Acme: they say HubSpot is cheaper`
objection-mine-title = What you logged last
objection-top-none = No objections in the last { $days } days. For example: `{ $command } Acme: they say HubSpot is cheaper`
objection-top-title = Heard most in the last { $days } days
objection-top-line = *{ $theme }* · { $count } ({ $before } in the { $days } days before)
objection-help = Log buyers’ objections, in one line or with a form.
    • `{ $command } Acme: they say HubSpot is cheaper` saves at once
    • `{ $command }` opens the form
    • `{ $command } search price` finds what was heard · `{ $command } top` counts it by theme · `{ $command } mine` lists yours · `{ $command } themes` your team’s own themes
objection-unclear = I don’t know the word “{ $word }”, so nothing was saved.
objection-unclear-nearest = I don’t know the word “{ $word }”, so nothing was saved. Did you mean `{ $again }`?
objection-unclear-example = To log an objection, say what you heard, for example: `{ $command } Acme: they say HubSpot is cheaper`. Or keep what you typed as it is:
objection-save-anyway = Save as an objection

objection-notice-ask = { $author } needs { $ask ->
    [argument] an argument
    [content] content
   *[proof] proof
 } from marketing · { $account }
objection-notice-plain = { $author } heard an objection · { $account }
objection-notice-withdrawn = { $author } took this note back.
objection-notice-list = { $count ->
    [one] A new note from sales
   *[other] { $count } new notes from sales
}
objection-not-author = Only the person who logged it can change it, so it stays as it is.
objection-members-only = Guests log what they hear, but don’t make accounts: the name you typed stays with the note. Ask a colleague to create the account.
objection-saved-before = You had saved this note already, so nothing was added. This is how it stands; below is what you typed now. *Save* puts yours in its place.
objection-stale = This note changed while you were editing it, so your change was *not* saved. This is how it stands now; below is what you typed. *Save* puts yours in its place.
objection-quote-gone = The whole message isn’t kept any more, so nothing was saved yet. Write what they said, or log the message once more.
objection-form-lost = Slack didn’t open the form in time. Try again, or write it in one line: `{ $command } Acme: they say HubSpot is cheaper`
objection-edit-lost = Slack didn’t open the form in time. Nothing has changed; press *Edit* again.
objection-answer-what = Answered with: { $argument }
objection-told-yourself = You own this account’s marketing, so nobody else is told.
objection-origin-link = the message
objection-origin = From { $link } by { $author }
