# The ideal customer profile.
icp-title = Ideal customer
icp-intro = Who is worth the time of both teams, as agreed. It grows by changes: somebody proposes one with what they have seen, an admin or a manager decides.
icp-part-industry = Industry
icp-part-size = Company size
icp-part-region = Region
icp-part-buyers = Who decides there
icp-part-need = What they need us for
icp-part-not_us = Who it is not
icp-nothing-yet = _Nothing agreed yet_
icp-since = since { $day }, proposed by { $person }
icp-somebody = somebody who has left
icp-propose = Propose a change…
icp-waiting = { $count ->
    [one] One change waits to be decided
   *[other] { $count } changes wait to be decided
}
icp-proposed = proposed on { $day } by { $person }
icp-why = Why: { $reason }
icp-who-decides = Admins and managers decide, best in the monthly review: its digest names what waits.
icp-act-accepted = Accept
icp-act-declined = Decline
icp-act-withdrawn = Take back
icp-form-title = Propose a change
icp-form-do = Propose
icp-which = Which part?
icp-text = What should it say?
icp-text-hint = All that this part says from then on, for example: “Manufacturers with 50 to 500 people”.
icp-reason = What have you seen?
icp-reason-hint = For example: “Four of the six deals that we lost in May had fewer than 20 people”.
icp-error-part = Choose a part.
icp-error-empty = Write some words.
icp-error-long = That is too long: please shorten it.
icp-error-known = This part says so already, or a change that says so waits.
icp-error-many = Twenty changes wait already: some have to be decided first. Nothing was proposed, and your words stay here.
icp-members-only = Guests read the profile; members propose changes.
icp-deciders-only = Only admins and managers decide on a change, and only who proposed it takes it back. Nothing has changed.
icp-stale = Somebody decided on this change before you. The list shows how it stands now.
icp-done-proposed = Proposed. It waits until an admin or a manager decides; the monthly digest names it.
icp-done-accepted = Accepted: the profile says so now
icp-done-declined = Declined: the profile stays as it was
icp-done-withdrawn = Taken back
icp-told-accepted = { $person } *accepted* your change to the ideal customer profile. { $part }: { $text }
icp-told-declined = { $person } *declined* your change to the ideal customer profile. { $part }: { $text }
icp-told-withdrawn = Your change to the ideal customer profile was taken back. { $part }: { $text }
icp-told-where = `/lazo icp` shows the profile.
digest-icp = Ideal customer profile
digest-icp-waiting = { $n ->
    [one] One proposed change waits to be decided:
   *[other] { $n } proposed changes wait to be decided:
}
digest-icp-accepted = { $n ->
    [one] One change was agreed this month:
   *[other] { $n } changes were agreed this month:
}
digest-icp-change = { $part }: “{ $text }” Why: { $reason }
digest-icp-where = `/lazo icp` has the whole profile; admins and managers decide there.
