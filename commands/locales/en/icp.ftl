# The ideal customer profile.
icp-title = Ideal customer
icp-intro = Who is worth the time of both teams, as agreed. It grows by changes: somebody proposes one with what they have seen, and an admin or somebody who leads a team decides.
icp-part-industry = Industry
icp-part-size = Company size
icp-part-region = Region
icp-part-buyers = Who decides at the customer
icp-part-need = What they need us for
icp-part-not_us = Who is not a fit
icp-nothing-yet = _Nothing agreed yet_
icp-since = since { $day }, proposed by { $person }
icp-propose = Propose a change…
icp-waiting = { $count ->
    [one] One change waits to be decided
   *[other] { $count } changes wait to be decided
}
icp-proposed = proposed on { $day } by { $person }
icp-why = Why: { $reason }
icp-who-decides = Admins and those who lead a team decide, ideally in the monthly review; its digest lists what is waiting.
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
icp-deciders-only = Only admins and those who lead a team decide on a change, and only whoever proposed it takes it back. Nothing was changed.
icp-stale = This change no longer waits: it was decided or taken back. Nothing was changed; the list shows how it stands now.
icp-done-proposed = Proposed. It waits until an admin or somebody who leads a team decides; the monthly digest, where there is one, lists it.
icp-done-accepted = Accepted: the profile says so now
icp-done-declined = Declined: the profile stays as it was
icp-done-withdrawn = Taken back
icp-told-accepted = { $person } *accepted* your change to the ideal customer profile. { $part }: { $text }
icp-told-declined = { $person } *declined* your change to the ideal customer profile. { $part }: { $text }
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
digest-icp-change = { $part }: “{ $text }” · Why: { $reason }
digest-icp-where = `/lazo icp` has the whole profile; admins and those who lead a team decide there.
icp-full = Twenty changes are waiting: new ones can be proposed once some are decided.
icp-now = Now: { $text }
icp-standing = What the profile says now
icp-decided = Decided last
icp-was-accepted = *{ $part }*: { $text } · accepted by { $person } on { $day }
icp-was-declined = *{ $part }*: { $text } · declined by { $person } on { $day }
icp-part-changed = Another change to this part was accepted since you looked, so this one was *not* accepted. Below is what the part says now: decide again.
icp-home = { $count ->
    [one] One change to the ideal customer profile waits to be decided
   *[other] { $count } changes to the ideal customer profile wait to be decided
}
icp-home-open = Open the profile
