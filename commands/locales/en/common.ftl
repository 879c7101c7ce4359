# Shared by all slices. What people typed is put in already escaped.

save = Save
cancel = Cancel
done = Done
edit = Edit
undo = Undo
list-and-more = and { $count ->
    [one] one more
   *[other] { $count } more
}

theme-price = Price / value
theme-budget = No budget
theme-authority = No authority to decide
theme-need = No need
theme-timing = Not now
theme-status_quo = Fine as they are
theme-competitor = Competitor
theme-product_gap = Missing feature
theme-trust = Trust / proof
theme-implementation = Implementation / integration
theme-security_legal = Security / legal
theme-brush_off = Brush-off
theme-other = Other
theme-none = No theme yet

ask-none = Nothing
ask-argument = An argument
ask-content = Content
ask-proof = Proof

worked-yes = It worked
worked-no = It didn’t work
worked-too_early = Too early to tell

belief-said = The buyer said it
belief-written = The buyer wrote it
belief-guess = My guess

stage-prospecting = Prospecting
stage-discovery = Discovery
stage-demo = Demo
stage-proposal = Proposal
stage-negotiation = Negotiation
stage-renewal = Renewal

relation-prospect = Prospect
relation-customer = Customer
role-champion = Champion
role-economic_buyer = Economic buyer
role-technical_evaluator = Technical evaluator
role-user = User
role-procurement_legal = Procurement / legal
role-blocker = Blocker

error-title = Not saved
error-unexpected = Something went wrong on our side, and this was *not* saved. Try again; if it happens again, give your admin this id: { $id }
error-kept = What you typed: { $text }
error-busy = Too much is being saved right now, so this was *not* saved. Try again in a few seconds. ({ $id })
error-outsider = Lazo is only for members of this workspace, so nothing was saved. If you are a guest here, an admin can let guests in.
error-unknown-person = Slack didn’t tell us who you are just now, so this was *not* saved. Try again in a moment. ({ $id })
error-not-installed = Lazo isn’t set up for this workspace yet, so nothing was saved. Ask an admin to connect it. ({ $id })
daily-list-title = Your list for { $day }
daily-list-later = { $count ->
    [one] One more comes with your next list.
   *[other] { $count } more come with your next list.
}

window-not-opened = Slack didn’t open the window in time. Nothing has changed: try once more.
window-too-many = Three windows lie on top of each other already, and Slack opens no fourth. Nothing has changed: close one and try once more.
window-not-changed = Slack didn’t change the open window in time. It is as you left it: choose or press once more.
window-not-refreshed = Slack didn’t bring the open window up to date in time, so it may still show what stood before. Close it and open it again.
