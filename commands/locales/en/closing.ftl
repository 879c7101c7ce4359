review-it = Review it
review-wanted-one = *{ $deal }* has closed: { $outcome }. What swung it? Ninety seconds while it’s fresh help the next one.
review-wanted-many = { $count } deals have closed. What swung each? Ninety seconds each, while they’re fresh.
review-wanted-rest = { $count ->
    [one] One more closed as well:
   *[other] { $count } more closed as well:
} `{ $command } due` lists them all.
review-wanted-answered = :white_check_mark: *{ $deal }* is reviewed. Thank you.
review-wanted-withdrawn = :leftwards_arrow_with_hook: *{ $deal }* is open again, so there is nothing to review now.
review-wanted-left = { $owner }, whose deal it was, is no longer here, so this comes to you.
review-wanted-nobody = Nobody is known as its owner: whoever knows how it went can tell.
review-wanted-asked = Asked: { $asked }
review-due-on = your view by { $day }
review-due-today = *today* is the day for your view
review-due-since = was planned for { $day }
review-due-title = { $count ->
    [0] No closed deal waits for your view
    [one] One closed deal waits for your view
   *[other] { $count } closed deals wait for your view
}
review-due-team = { $count ->
    [one] One closed deal of your team waits for its review
   *[other] { $count } closed deals of your team wait for their review
}
review-due-late = { $count ->
    [0] all within their days
    [one] one past its day
   *[other] { $count } past their day
}
review-due-oldest = the oldest was asked for on { $day }
review-home-team = { $ages } · `/lazo winloss due` lists them
review-due-none = No closed deal waits for a review. Any deal can have one more view: `{ $command } Acme: lost to HubSpot, price`

deal-closed = Closed: { $deal }
deal-corrected = Corrected: { $deal }
deal-reopened = Open again: { $deal }
deal-unchanged = It already says so: { $deal }
deal-closed-asked = { $asked } is asked for a review, in their working hours.
deal-closed-instead = { $owner }, whose deal it was, is no longer here: { $asked } is asked for the review, in their working hours.
deal-closed-yours = It is your deal, so nobody else is asked: what swung it?
deal-closed-unasked = Nobody is known as its owner, so the review is asked for in the team’s channel, if one is set.
deal-closed-nobody = This closing has been asked about before, so nobody is asked again.
deal-reopened-views = Nobody owes a review of it now. Views that were given stay with the earlier closing; when it closes again, that is asked about anew.
deal-reopen = Open it again
deal-close-how = How did it end?
deal-close-choose = Which one closed, and how?
deal-reopen-choose = Which one is open again?
deal-close-ask = Which deal closed, and how? For example: `{ $command } close Acme lost to HubSpot`
deal-reopen-ask = Which deal is open again? For example: `{ $command } reopen Acme`
deal-close-none = No deal goes by “{ $name }”, so nothing changed. Type the deal’s or the account’s name as Lazo knows it, for example: `{ $command } close Acme won`
deal-reopen-none = No deal goes by “{ $name }”, so nothing changed. Type the deal’s or the account’s name as Lazo knows it, for example: `{ $command } reopen Acme`
deal-not-yours = Only its owner, their backup or manager, whoever leads sales, or an admin says how a deal stands, so nothing changed. Your view of it counts all the same.
deal-members-only = Guests log what they hear, but don’t decide how a deal stands, so nothing changed. Your view of it counts all the same.
deal-gone = This deal is not here any more, so nothing changed.
