led-to-title = What your logging led to, in the last { $days } days
led-to-logged = { $count ->
    [one] You logged one objection.
   *[other] You logged { $count } objections.
}
led-to-nothing-yet = Nothing to report yet. Here you’ll see who your notes reach, and what works for others.
led-to-reached-person = { $about }: reached its marketing owner, { $when }
led-to-reached-channel = { $about }: reached the marketing channel, { $when }
led-to-people = Who was told what you heard: { $people }
led-to-theme = “{ $theme }” was heard { $count ->
    [one] once
   *[other] { $count } times
} by the team ({ $before ->
    [0] never
    [one] once
   *[other] { $before } times
} in as many days before)
led-to-worked = What worked on “{ $theme }” since: { $argument }
led-to-answered = { $about }: { $person } answered you, { $when }
