# The quarter's list of target accounts.
targets-title = Target accounts
targets-heading = Target accounts of { $quarter }
targets-quarter = Q{ $number } { $year }
targets-open = Open the list
targets-form-lost = Slack didn’t open the target accounts of { $quarter } in time. Nothing was lost: press the button.

targets-state-draft = A draft: it counts once both owners agree to it.
targets-state-published = Published on { $moment }, agreed by both owners.
targets-unclear = There is no list for “{ $typed }”, so here is this quarter’s. Write *next*, *previous* or, for example, *{ $example }*.
targets-state-over = This quarter is over: its list can be read, not changed.
targets-begin = There is no list for this quarter yet. Begin it, propose the accounts that sales and marketing will work together, and let both owners agree.
targets-begin-button = Begin the list
targets-begin-from = There is no list for this quarter yet. { $quarter } had { $count ->
    [one] one account
   *[other] { $count } accounts
}: go through them, keep what stays and drop the rest with a reason.
targets-begin-from-button = Begin from { $quarter }
targets-never = This quarter had no list.
targets-begun = The list of { $quarter } is begun

targets-owner-sales = Owner in sales
targets-owner-marketing = Owner in marketing
targets-owner-gone = is not here any more: choose somebody else
targets-agreed = :white_check_mark: agrees
targets-not-agreed = has not agreed yet
targets-needs-owners = The list needs an owner in sales and one in marketing: without both it can’t be published.
targets-both-agree = Both owners have to agree before these accounts count.
targets-fits = { $count ->
    [one] One account × { $minutes } min = { $total } min of the { $most } that the weekly review has.
   *[other] { $count } accounts × { $minutes } min = { $total } min of the { $most } that the weekly review has.
}
targets-too-long = { $count } accounts × { $minutes } min = *{ $total } min*. The weekly review has { $most }: { $fitting ->
    [one] one account fits
   *[other] { $fitting } accounts fit
}. Drop some, or change the minutes under *Owners and minutes…*

targets-waiting = *Proposed* ({ $count })
targets-on = *On the list* ({ $count })
targets-empty = _No account is on the list yet._
targets-carried = carried over
targets-objection = { $person } doesn’t agree ({ $moment }):
targets-agree = I agree
targets-object = Object…
targets-propose = Propose accounts…
targets-drop = Drop…
targets-owners = Owners and minutes…
targets-history = History

targets-carry-title = Begin the list
targets-carry-intro = { $count ->
    [one] *One account* was on the list of { $quarter }. It is proposed again unless you choose it here.
   *[other] *{ $count } accounts* were on the list of { $quarter }. They are proposed again, but for those you choose here.
}
targets-carry-not-kept = Not kept
targets-carry-none = All are kept
targets-carry-why = Why not
targets-carry-ok = Begin
targets-propose-title = Propose accounts
targets-propose-intro = They count once both owners of the list agree.
targets-propose-batch = The list is published, so it grows in small batches: at most { $most } wait at a time. Now there is room for *{ $room }*.
targets-propose-full = The list is published, so it grows in small batches, and { $most } accounts wait already. There is room again once both owners have agreed to them, or one is taken back with *Drop…*.
targets-propose-accounts = Accounts
targets-propose-tiers = Or a whole tier
targets-propose-tier = Tier { $tier }: { $count ->
    [one] one account
   *[other] { $count } accounts
}
targets-propose-ok = Propose
targets-drop-title = Drop accounts
targets-drop-which = Which accounts?
targets-drop-why = Why?
targets-drop-means = They leave the list at once, and its owners read why. The reason stays in the history.
targets-drop-ok = Drop
targets-object-title = Object
targets-object-why = Why don’t you agree?
targets-object-means = The other owner reads it with their next daily list. Once the proposal is changed, you are both asked again.
targets-object-ok = Object
targets-owners-title = Owners and minutes
targets-owners-intro = One person of sales and one of marketing. Only when both agree does an account come onto the list.
targets-minutes = Minutes per account in the weekly review
targets-minutes-hint = The review has { $most } minutes: at { $minutes } each, { $fitting } accounts fit.

targets-done-proposed = { $count ->
    [one] One account is proposed
   *[other] { $count } accounts are proposed
}
targets-done-dropped = { $count ->
    [one] One account is dropped
   *[other] { $count } accounts are dropped
}
targets-done-agreed = You agree. The other owner is asked with their daily list
targets-done-published = Both owners agree: the list of { $quarter } is published
targets-done-objected = Your objection is noted, and the other owner will read it
targets-done-owners = Saved

targets-error-none = Choose at least one account.
targets-error-reason = Say why in a few words: whoever looks next quarter will want to know.
targets-error-known = These accounts are on the list or proposed already.
targets-error-batch = { $room ->
    [0] The batch is full: let the owners agree to what is proposed first.
    [one] There is room for one account in this batch. The rest can follow once the owners agree.
   *[other] There is room for { $room } accounts in this batch. The rest can follow once the owners agree.
}
targets-error-one-person = The two owners are two people: one of sales, one of marketing.
targets-error-minutes = A number of minutes from 1 to 30, for example 2.
targets-error-not-sales = This person is in marketing. Choose somebody of sales.
targets-error-not-marketing = This person is in sales. Choose somebody of marketing.
targets-members-only = Only full members of this workspace work on the list, so nothing was changed. Ask a colleague to do it.
targets-not-yours = Only the list’s owners and managers do this, so nothing was changed.
targets-over = This quarter is over, so nothing was changed.
targets-stale = Somebody changed the list meanwhile, so nothing was changed. Look at it as it stands now.

targets-history-of = History of { $quarter }
targets-history-none = Nothing has happened yet.
targets-side-sales = sales
targets-side-marketing = marketing
targets-told-agreed = { $person } agreed for { $side }
targets-told-objected = { $person } objected for { $side }
targets-told-published = published: both owners agreed
targets-told-dropped = { $person } dropped *{ $name }*
targets-told-not_kept = { $person } did not keep *{ $name }*
targets-told-taken_back = { $person } took back the proposal of *{ $name }*

targets-place-on = :dart: On the target list of { $quarter }
targets-place-proposed = :hourglass_flowing_sand: Proposed for the target list of { $quarter }: its owners haven’t both agreed yet
targets-place-off = :heavy_minus_sign: Not on the target list of { $quarter }

targets-tell-asked = { $count ->
    [one] *One account* is proposed for the target list of { $quarter } and waits for you: { $names }
   *[other] *{ $count } accounts* are proposed for the target list of { $quarter } and wait for you: { $names }
}
targets-tell-objected = { $person } doesn’t agree to the target list of { $quarter } as it is proposed: “{ $reason }”
targets-tell-published = The target list of { $quarter } is published: both of you agree to { $count ->
    [one] its one account
   *[other] its { $count } accounts
}.
targets-tell-dropped = { $count ->
    [one] One account left the target list of { $quarter }:
   *[other] { $count } accounts left the target list of { $quarter }:
}

digest-account-off-list = off the list

export-asked = Your accounts are coming as a file in our direct messages, in a moment. You can change it there and drop it again: only what you changed changes here.
export-members-only = Only full members of this workspace get the accounts as a file. Ask a colleague.
export-file-name = accounts
export-title = Accounts
export-done = { $count ->
    [one] Here is your one account.
   *[other] Here are your { $count } accounts.
} Change what you like and drop the file here: only what you changed changes in Lazo.
export-refused = Slack didn’t take the file with your accounts. Try `/lazo account export` again in a while; if it goes on, your admin will find the reason in Lazo’s log.
