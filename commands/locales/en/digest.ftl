# The weekly digest.
digest-title = Weekly digest · week { $week } of { $year }
digest-notification = Weekly digest, week { $week } of { $year }: { $objections }, { $mqls }
digest-range = { $first } – { $last }, { $year } · days of { $tz }
digest-late = *This digest is late:* it was due { $due } and comes { $delay } later, because Lazo was not running then.
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
digest-empty = A quiet week: no objections logged, no new MQLs. The four weeks before had { $objections } and { $mqls } a week.
digest-line = { $count } · { $trend }
digest-trend-up = ↑ up from { $mean } a week
digest-trend-down = ↓ down from { $mean } a week
digest-trend-same = → about the same ({ $mean } a week before)
digest-trend-new = ★ new: none in the four weeks before
digest-trend-none = none in the four weeks before either
digest-compared = “A week” is the mean of the four weeks before this one.

digest-objections = *Objections by theme*
digest-chart-objections = Objections by theme
digest-no-theme = no theme yet
digest-quote = heard at { $account }, { $day }:
digest-quote-somewhere = heard on { $day }:
digest-worked = What worked:
digest-argument = at { $account }, { $day }
digest-argument-somewhere = on { $day }

digest-mqls = *MQLs by source*
digest-mqls-below = *MQLs by source* are in the table at the end.
digest-chart-mqls = MQLs by source
digest-column-source = Source
digest-series-week = This week
digest-series-mean = Mean of 4 before
digest-total = All sources
digest-no-source = (no source)
digest-others = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}

digest-conversion = *Conversion by source*: MQLs won by the end of this week
    Cohort of { $first }, { $first_year } – { $last }, { $last_year }, the latest with 90 days or more to close
digest-rate = { $rate } ({ $won } of { $n })
digest-rate-few = n = { $n }, too few for a rate
digest-immature = { $n ->
    [one] This week’s { $count } MQL is an immature cohort: no rate before { $day }, { $year }.
   *[other] This week’s { $count } MQLs are an immature cohort: no rate before { $day }, { $year }.
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
