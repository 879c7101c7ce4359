# The weekly digest.
digest-title = Weekly digest · week { $week } of { $year }
digest-title-month = Monthly digest · { $month }
digest-name-week = week { $week } of { $year }
digest-notification = Weekly digest, week { $week } of { $year }: { $counts }
digest-notification-month = Monthly digest, { $month }: { $counts }
digest-moved = { $weekday }, { $day }, was a holiday ({ $name }), so this digest comes on the next working day.
digest-range = { $first } – { $last }, { $year } · { $tz } time
digest-range-years = { $first }, { $first_year } – { $last }, { $year } · { $tz } time
digest-late = *This digest is late:* it was due on { $due } and comes { $delay } later, because Lazo was not running then.
digest-late-kept = *This digest is late:* it was due on { $due } and comes { $delay } later, because Lazo couldn’t post here until now.
digest-delay-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
digest-delay-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
digest-delay-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
digest-count-objections = { $n ->
    [one] { $count } objection
   *[other] { $count } objections
}
digest-count-mqls = { $n ->
    [one] { $count } MQL
   *[other] { $count } MQLs
}
digest-summary-line = *{ $what }* · { $trend }
digest-empty = A quiet { $stretch ->
    [month] month
   *[other] week
 }: no objections logged, no new MQLs. Average of the four { $stretch ->
    [month] months
   *[other] weeks
 } before: { $objections } for objections, { $mqls } for MQLs.
digest-empty-scoped = A quiet { $stretch ->
    [month] month
   *[other] week
 }: nothing to tell in the sections that this channel gets.
digest-line = { $count } · { $trend }
digest-trend-up = ↑ up from { $mean } a { $stretch ->
    [month] month
   *[other] week
 }
digest-trend-down = ↓ down from { $mean } a { $stretch ->
    [month] month
   *[other] week
 }
digest-trend-same = → about the same ({ $mean } a { $stretch ->
    [month] month
   *[other] week
 } before)
digest-trend-new = ★ new: none in the four { $stretch ->
    [month] months
   *[other] weeks
 } before
digest-trend-none = none in the four { $stretch ->
    [month] months
   *[other] weeks
 } before either
digest-compared = “A { $stretch ->
    [month] month
   *[other] week
 }” is the average of the four { $stretch ->
    [month] months
   *[other] weeks
 } before this one.

digest-objections = *Objections by theme*
digest-chart-objections = Objections by theme
digest-quote = heard at { $account }, { $day }:
digest-quote-somewhere = heard on { $day }:
digest-worked = What worked:
digest-argument = at { $account }, { $day }
digest-argument-somewhere = on { $day }

digest-mqls-below = *MQLs by source* are in the table at the end.
digest-chart-mqls = MQLs by source
digest-column-source = Source
digest-series-week = This { $stretch ->
    [month] month
   *[other] week
 }
digest-series-mean = 4-{ $stretch ->
    [month] month
   *[other] week
 } average
digest-total = All sources
digest-no-source = (no source)
digest-others = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}

digest-conversion = *Conversion by source*: MQLs that were customers by the end of this { $stretch ->
    [month] month
   *[other] week
 }
    Cohort of { $first }, { $first_year } – { $last }, { $last_year }, the latest with 90 days or more to close
digest-rate = { $rate } ({ $won } of { $n })
digest-rate-few = n = { $n }, too few for a rate
digest-immature = { $n ->
    [one] This { $stretch ->
        [month] month
       *[other] week
     }’s { $count } MQL is an immature cohort: no rate before { $day }, { $year }.
   *[other] This { $stretch ->
        [month] month
       *[other] week
     }’s { $count } MQLs are an immature cohort: no rate before { $day }, { $year }.
}

digest-win-loss = { $n ->
    [one] *Wins and losses* · one deal reviewed
   *[other] *Wins and losses* · { $count } deals reviewed
}
digest-won-for = • Won (n = { $n }), mainly for: { $reasons }
digest-not-won-for = • Lost or left (n = { $n }), mainly for: { $reasons }
digest-lesson = A lesson
digest-helped = Content that helped
digest-learned-at = from { $account }, { $won ->
    [won] won
   *[other] not won
 }, { $day }:
digest-learned-somewhere = from a deal { $won ->
    [won] won
   *[other] not won
 }, { $day }:

digest-unanswered = { $count ->
    [one] One thing that sales asked of marketing still waits for an answer: { $accounts }.
   *[other] { $count } things that sales asked of marketing still wait for an answer: { $accounts }.
}
digest-unreviewed = { $count ->
    [one] One closed deal still waits for its review: { $deals }.
   *[other] { $count } closed deals still wait for their review: { $deals }.
}
digest-review-how = { $n ->
    [one] Ninety seconds with `/lazo winloss`, from anybody who knows how it went.
   *[other] Ninety seconds each with `/lazo winloss`, from anybody who knows how they went.
}

# Common sources; any other is shown as it came.
source-organic_search = organic search
source-paid_search = paid search
source-direct_traffic = direct traffic
source-social = social
source-email = email
source-referral = referral
source-display = display
source-event = event
source-webinar = webinar
source-other = other
source-other_publicities = other advertising
source-unknown = unknown

# /digest
digest-this-conversation = this conversation
digest-this-channel = this channel
digest-posted = The digest of { $period } is on its way to { $channel }.
digest-already-posted = The digest of { $period } was already posted to { $channel } on { $at }, so nothing was posted now.
digest-never-arrived = The digest of { $period } was to be posted to { $channel } on { $at }, but Slack would not take it: nobody has read it there. Nothing was posted now.
digest-post-again = Post again
digest-resend-stands = The last digest still stands in { $channel }, so nothing was posted. To post it a second time, use `{ $command } now`.
digest-resend-on-its-way = The last digest is still on its way to { $channel }, so nothing was posted.
digest-resend-none = No digest was ever posted to { $channel }. `{ $command } now` posts the last week’s.
digest-resend-not-told = Slack didn’t say whether the last digest still stands in { $channel }, so nothing was posted. Try again in a moment.
digest-resend-forgotten = The last digest came to { $channel } so long ago that I no longer know whether it still stands there, so nothing was posted. If it is gone, `{ $command } now` posts the last week’s.
digest-stands = { $channel } gets its digest at { $time } ({ $tz }), in { $language }.
digest-none-here = No digest is scheduled here.
digest-elsewhere = Also scheduled: { $channels }
digest-help =
    • `{ $command } preview` shows you alone what would be posted here now; `{ $command } preview month` shows the month
    • `{ $command } now` posts the digest of the last week here; `{ $command } now month` that of the last month
    • `{ $command } resend` posts the last digest again if it was deleted here
    • `{ $command } schedule` sets when it comes by itself and what it is about; `{ $command } schedule off` ends that
digest-stopped = Done: no more digests for { $channel }. `{ $command } schedule` brings them back.
digest-not-scheduled = No digest was scheduled for { $channel }, so there was nothing to end.
digest-unclear = I don’t know “{ $typed }”, so nothing was done. This is what I know:
digest-unclear-nearest = I don’t know “{ $typed }”, so nothing was done. Did you mean `{ $command } { $nearest }`?
digest-not-there = Lazo isn’t in { $channel } yet, so it can’t post there. Type `/invite @Lazo` in it, then try again.
digest-shared = Other organisations can read { $channel }, so no digest goes there. Choose an internal channel.
digest-archived = Nothing can be posted to { $channel }: it is archived. Choose another one.
digest-undelivered = *The digest didn’t get to { $channel }.*
digest-undelivered-other = Slack would not take it. Your admin finds the reason under { $id }.
digest-undelivered-not-there = Lazo isn’t in it any more. To bring it back, somebody types `/invite @Lazo` in { $channel }.
digest-undelivered-shared = Other organisations can read { $channel } now, so no digest goes there. Schedule it in an internal channel: `/lazo digest schedule`
digest-undelivered-archived = { $channel } is archived. Bring it back in Slack, or schedule the digest in another channel: `/lazo digest schedule`
digest-undelivered-then = The digest is kept: as soon as Lazo can post there again, it does so by itself, until the next one is due.
digest-undelivered-stop = `/lazo digest stop` there ends it.
digest-undelivered-once = You hear of this once, not every week.
digest-form-lost = Slack didn’t open the form in time. Try again: `{ $command } schedule`
digest-members-only = Only full members of this workspace schedule, post or end digests, so nothing was changed. Ask a colleague to do it.

digest-form-title = Digest of a channel
digest-form-intro = The weekly one is about the week that ended on Sunday, the monthly one about the last calendar month. On a holiday it comes on the next working day.
digest-field-channel = Channel
digest-field-kinds = How often
digest-kind-weekly = Every week
digest-kind-monthly = Every month, for the joint review
digest-field-weekday = Day
digest-field-weekday-hint = The monthly one comes on the first such day of the month.
digest-field-sections = What it is about
digest-section-accounts = Accounts: moved, standing still, next
digest-section-scorecard = Scorecard: five weeks of both sides
digest-section-pipeline = Pipeline (monthly only)
digest-section-objections = Objections, quotes and arguments
digest-section-mqls = MQLs and conversion by source
digest-section-quality = Lead quality and returns
digest-section-wins = Wins and losses
digest-section-decisions = Decisions and what is past its day
digest-field-accounts = Accounts reviewed
digest-field-accounts-hint = For the list of accounts alone; all other counts are of the whole workspace.
digest-field-time = Time
digest-field-zone = Time zone
digest-field-zone-hint = A city is enough, such as Madrid or Mexico City. The week is cut at midnight there.
digest-field-language = Language of the digest
digest-scheduled = Saved. { $channel } gets its digest at { $time } ({ $tz }), in { $language }.
digest-scheduled-late = None of them is about last week, which has no digest there yet: `/lazo digest now` there posts it.
digest-replace-stands = *Somebody set a schedule for this channel already:*
digest-replace-hint = Nothing was saved yet. Below is what you filled in; it takes the place of the schedule above only if you say so.
digest-replace = Replace it
digest-next-weekly = • Weekly, every { $weekday }. Next: *{ $next }*.
digest-next-monthly = • Monthly, on the first { $weekday } of the month. Next: *{ $next }*.
digest-next-moved = ({ $day } is a holiday: { $name }.)
digest-reviewed = Accounts reviewed: { $accounts }
digest-left-out = Left out: { $sections }
digest-accounts-rest = { $place ->
    [thread] Those not named here are in the thread below, or one by one with `/lazo account`.
   *[card] Those not named here: one by one with `/lazo account`.
}
digest-accounts-all = all accounts
digest-accounts-tiers = { $n ->
    [one] accounts of tier { $tiers }
   *[other] accounts of tiers { $tiers }
}
digest-accounts-team = accounts of { $manager }’s team
digest-error-no-channel = Choose a channel.
digest-error-no-weekday = Choose a day.
digest-error-no-time = Choose a time, such as 09:00.
digest-error-no-language = Choose a language.
digest-error-no-kind = Choose weekly, monthly or both. To end it, type /lazo digest stop.
digest-error-no-section = Choose at least one thing that the digest is about.
digest-error-zone = I don’t know this time zone. Try a city, such as Madrid or Mexico City.
digest-error-zone-near = I don’t know this time zone. Did you mean { $near }?
digest-weekday-0 = Monday
digest-weekday-1 = Tuesday
digest-weekday-2 = Wednesday
digest-weekday-3 = Thursday
digest-weekday-4 = Friday
digest-weekday-5 = Saturday
digest-weekday-6 = Sunday
digest-language-en = English
digest-language-es = Spanish (Spain)
digest-language-es-MX = Spanish (Mexico)
digest-not-heard = Heard in the four { $stretch ->
    [month] months
   *[other] weeks
 } before, not this { $stretch ->
    [month] month
   *[other] week
 }: { $themes }
# What did not fit, and where it is: { $rest } is made of the lines below.
digest-cut = Not everything fitted here. More on { $rest }. Whoever runs Lazo can make a page with all of it.
digest-cut-accounts = accounts: `/lazo account`
digest-cut-objections = objections: `/lazo objection top`
digest-cut-mqls = MQLs by source: `/lazo scorecard source`
digest-cut-quality = lead quality and returns: `/lazo leadquality sources`
digest-cut-wins = wins and losses: `/lazo winloss list`
digest-cut-decisions = decisions and reviews: `/lazo account` and `/lazo winloss due`

digest-scorecard = { $stretch ->
    [month] *Scorecard of the month*, beside the four before in the table at the end
   *[other] *Scorecard of the week*, beside the four before in the table at the end
}
# On the page for people outside Slack.
digest-scorecard-here = { $stretch ->
    [month] *Scorecard of the month*, beside the four before
   *[other] *Scorecard of the week*, beside the four before
}
digest-scorecard-sales = Handed over: { $offered } · accepted: { $accepted } · first attempt in time: { $attempted }
digest-scorecard-promises = Promises kept in time · sales: { $sales } · marketing’s answers: { $marketing }
digest-scorecard-closed = Deals closed: { $won } won, { $lost } lost
digest-scorecard-none = none due
digest-scorecard-kept = { $met } of { $due }
digest-scorecard-column = Scorecard
digest-scorecard-week = Wk { $number }
digest-scorecard-mqls = MQLs
digest-scorecard-offered = Handed over
digest-scorecard-accepted = Accepted
digest-scorecard-attempted = Attempt in time
digest-scorecard-sales-kept = Sales kept
digest-scorecard-marketing-kept = Marketing kept
digest-scorecard-won = Deals won
digest-scorecard-lost = Deals lost

digest-pipeline = *Pipeline*
digest-pipeline-opened = Opened: { $count } · { $trend }
digest-pipeline-won = Won: { $count } · { $trend }
digest-pipeline-lost = Lost: { $count } · { $trend }
digest-pipeline-rate = Win rate of the month: { $rate }
digest-pipeline-standing = Open at the end of the month: { $count }

report-made = Made by Lazo on { $at } ({ $tz }).
report-same-numbers = The same figures that the team reads in Slack, with every account.

# The personal list of open items.
monday-title = { $n ->
    [one] Your open items this week: one
   *[other] Your open items this week: { $count }
}
monday-leads = *Leads handed to you* ({ $n }) · `/lazo handoff mine`
monday-steps = *Next steps of accounts* ({ $n })
monday-reviews = *Closed deals to review* ({ $n }) · `/lazo winloss`
monday-answers = *Answers that sales is waiting for* ({ $n })
monday-due = { $name }: due { $when }
monday-late = { $name }: *late*, was due { $when }
monday-step = { $account }: { $what } ({ $day })
monday-step-late = { $account }: { $what } (*late*, was due { $day })
monday-unnamed = (no name)
