# The weekly digest.
digest-title = Weekly digest · week { $week } of { $year }
digest-notification = Weekly digest, week { $week } of { $year }: { $objections }, { $mqls }
digest-range = { $first } – { $last }, { $year } · { $tz } time
digest-late = *This digest is late:* it was due on { $due } and comes { $delay } later, because Lazo was not running then.
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
digest-empty = A quiet week: no objections logged, no new MQLs. Average of the four weeks before: { $objections } for objections, { $mqls } for MQLs.
digest-line = { $count } · { $trend }
digest-trend-up = ↑ up from { $mean } a week
digest-trend-down = ↓ down from { $mean } a week
digest-trend-same = → about the same ({ $mean } a week before)
digest-trend-new = ★ new: none in the four weeks before
digest-trend-none = none in the four weeks before either
digest-compared = “A week” is the average of the four weeks before this one.

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
digest-series-week = This week
digest-series-mean = 4-week average
digest-total = All sources
digest-no-source = (no source)
digest-others = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}

digest-conversion = *Conversion by source*: MQLs that were customers by the end of this week
    Cohort of { $first }, { $first_year } – { $last }, { $last_year }, the latest with 90 days or more to close
digest-rate = { $rate } ({ $won } of { $n })
digest-rate-few = n = { $n }, too few for a rate
digest-immature = { $n ->
    [one] This week’s { $count } MQL is an immature cohort: no rate before { $day }, { $year }.
   *[other] This week’s { $count } MQLs are an immature cohort: no rate before { $day }, { $year }.
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
    [one] One closed deal still waits for its review: { $deals }. Ninety seconds with `/lazo winloss`, from anybody who knows how it went.
   *[other] { $count } closed deals still wait for their review: { $deals }. Ninety seconds each with `/lazo winloss`, from anybody who knows how they went.
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
digest-posted = The digest of week { $week } of { $year } is on its way to { $channel }.
digest-already-posted = The digest of week { $week } of { $year } was already posted to { $channel } on { $at }, so nothing was posted now.
digest-post-again = Post again
digest-stands = { $channel } gets the digest every { $weekday } at { $time } ({ $tz }), in { $language }. Next: *{ $next }*.
digest-none-here = No digest is scheduled here.
digest-elsewhere = Also scheduled: { $channels }
digest-help =
    • `{ $command } preview` shows you alone what would be posted here now
    • `{ $command } now` posts the digest of the last week here
    • `{ $command } schedule` sets when it comes by itself; `{ $command } schedule off` ends that
digest-stopped = Done: no more weekly digests for { $channel }. `{ $command } schedule` brings them back.
digest-not-scheduled = No digest was scheduled for { $channel }, so there was nothing to end.
digest-unclear = I don’t know “{ $typed }”, so nothing was done. This is what I know:
digest-unclear-nearest = I don’t know “{ $typed }”, so nothing was done. Did you mean `{ $command } { $nearest }`?
digest-not-there = Lazo isn’t in { $channel } yet, so it can’t post there. Type `/invite @Lazo` in it, then try again.
digest-shared = Other organisations can read { $channel }, so no digest goes there. Choose an internal channel.
digest-archived = Nothing can be posted to { $channel }: it is archived. Choose another one.
digest-undelivered = *The digest didn’t get to { $channel }.*
digest-undelivered-other = Slack would not take it. Your admin finds the reason under { $id }.
digest-undelivered-then = Once that is fixed, `/lazo digest now` there posts the week’s digest; `/lazo digest stop` ends it. You hear of this once, not every week.
digest-form-lost = Slack didn’t open the form in time. Try again: `{ $command } schedule`

digest-form-title = Weekly digest
digest-form-intro = One message a week about the week that ended on Sunday: objections, MQLs and conversion.
digest-field-channel = Channel
digest-field-weekday = Day
digest-field-time = Time
digest-field-zone = Time zone
digest-field-zone-hint = A city is enough, such as Madrid or Mexico City. The week is cut at midnight there.
digest-field-language = Language of the digest
digest-scheduled = Saved. { $channel } gets the digest every { $weekday } at { $time } ({ $tz }), in { $language }. Next: *{ $next }*.
digest-error-no-channel = Choose a channel.
digest-error-no-weekday = Choose a day.
digest-error-no-time = Choose a time, such as 09:00.
digest-error-no-language = Choose a language.
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
digest-not-heard = Heard in the four weeks before, not this week: { $themes }
digest-cut = Not everything fitted here: `/lazo leadquality sources`, `/lazo winloss list` and `/lazo account` show the rest.
