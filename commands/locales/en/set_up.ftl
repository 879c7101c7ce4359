welcome-hello = Hello { $person }, Lazo is connected to this workspace. It closes the loop between sales and marketing: objections, handoffs, and one digest a week.
welcome-steps = Seven short steps set it up: language, channels, teams, working hours, holidays, account owners and lead sources. Each takes a minute, and you can stop at any time: Home (the tab above) and `/lazo set-up` show what is left.
welcome-taken = Until you choose, shared messages speak { $language }, in the time zone { $zone }: both are taken from your profile.
welcome-later = Any admin of this Slack workspace can do this.
welcome-begin = Begin

set-up-title = Set up Lazo
set-up-intro = In any order, and again whenever something changes. Only admins see this.
set-up-progress = { $done } of { $all } steps done. Only admins see this.
set-up-step-language = Language and time zone
set-up-step-channels = Channels
set-up-step-teams = Teams and roles
set-up-step-hours = Working hours
set-up-step-holidays = Public holidays
set-up-step-owners = Account owners
set-up-step-sources = Lead sources
set-up-why-language = How shared messages are written, and where a week begins.
set-up-why-channels = Where feedback, handoffs and the weekly digest go.
set-up-why-teams = Who sells, who markets, and who leads a team.
set-up-why-hours = Deadlines and notices keep to them. Now: Monday to Friday, 09:00 to 18:00.
set-up-why-holidays = Days on which no deadline runs. Your country’s list is proposed.
set-up-why-owners = The right person hears only when an account has owners.
set-up-why-sources = Which response times apply to leads of each source.
set-up-begin = Set up
set-up-change = Change
set-up-done-by = Done by { $person }, { $at }
set-up-saved = { $step }: saved
set-up-next = Next: { $step }
set-up-complete = Everything is set up. Lazo is ready.
set-up-stale = Somebody changed this while you were editing it, so yours was *not* saved. The fields show how it stands now.
set-up-stands-language = { $language } · { $zone }
set-up-stands-channels = Marketing: { $marketing } · Handoffs: { $handoff } · Digest: { $digest }
set-up-stands-teams = Sales: { $sales } · Marketing: { $marketing } · No team yet: { $none }
set-up-stands-holidays = { $country } · { $count ->
    [one] one holiday
   *[other] { $count } holidays
} in the next twelve months
set-up-no-country = No country
set-up-stands-owners = Accounts: { $total } · Without a sales owner: { $sales } · Without a marketing owner: { $marketing }
set-up-stands-sources = Sources seen: { $count }
set-up-channels-invite = Lazo has to be in each of them: write `/invite @Lazo` there first.
set-up-channel-marketing = Marketing channel
set-up-channel-marketing-hint = Hears of objections on accounts without a marketing owner.
set-up-channel-handoff = Handoff channel
set-up-channel-handoff-hint = One message for each handoff, always as it stands.
set-up-channel-digest = Channel of the weekly digest
set-up-channel-digest-hint = On Mondays at 09:00. Another day or hour: /lazo digest schedule in that channel.
set-up-teams-intro = Everybody can also say it themselves with `/lazo me`. Who is in no list here has no team.
set-up-team-sales = Sales
set-up-team-sales-hint = They get leads by rotation.
set-up-team-marketing = Marketing
set-up-team-marketing-hint = They hand leads over and answer feedback.
set-up-team-managers = Who leads a team
set-up-team-managers-hint = They hear when a deadline is missed, and may reassign what their team has open.
set-up-error-both = Somebody is in both lists. Each person is in one team.
set-up-hours-intro = They apply to everybody, in each person’s own time zone. Whoever works other hours says so with `/lazo hours`.
set-up-holidays-intro = One day a line. Take out a line for a day on which you work, add one for a day of your own.
set-up-holidays-proposed = Proposed for { $country }, not saved yet.
set-up-holidays-year = Holidays of { $year }
set-up-holidays-hint = For example: Dec 24: Christmas Eve
set-up-holidays-again = Propose those of { $country } again
set-up-error-holiday = I can’t read “{ $line }” as a day of { $year }. Write it like this: Dec 24: Christmas Eve
set-up-owners-ways = `/lazo account Acme` names the owners of an account; `/lazo account` lists all accounts. Many at once: drop a CSV file of accounts in our direct messages (columns such as account, tier, sales owner, marketing owner; owners by email or @name).
set-up-owners-means = What is logged on an account without a marketing owner goes to the marketing channel. Save when this is good enough for now: it can be changed at any time.
set-up-sources-intro = What a lead did decides how soon it has to be answered: a request for a demo or a price in an hour, content in a day. For a source you can say otherwise.
set-up-sources-none = No leads yet. Import some or hand one over, and their sources appear here. Save to tick this off.
set-up-sources-line = { $source } ({ $count ->
    [one] one lead
   *[other] { $count } leads
})
set-up-sources-by-type = By what the lead did
set-up-policy-demo_request = As a demo request
set-up-policy-pricing_request = As a pricing request
set-up-policy-content = As a content lead
set-up-policy-standard = As a standard MQL
