home-greeting = Hello { $person }. Here’s what needs your attention, and what you can do.
home-away = You’re out. Back at work: *{ $until }*. Until then no deadline runs and notices wait.
home-log = Log an objection
home-help = What can Lazo do?
home-help-title = What Lazo can do
home-more = There is more than fits here; the commands show all of it.
home-empty = *Nothing is waiting for you.* What you log and what is handed to you appears here.
home-empty-tips = Three things to try:
    • `/lazo objection Acme: they say HubSpot is cheaper` and see what others argued
    • `/lazo digest preview` shows the week as your team would read it
    • `/lazo out until friday` before you go away
home-empty-tips-marketing = Three things to try:
    • `/lazo handoff Acme, Laura Pérez: asked for a demo` hands a lead to sales, with its deadline
    • `/lazo objection top` shows what buyers object to most
    • `/lazo scorecard` shows how well both teams keep what they agreed
