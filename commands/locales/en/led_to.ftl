led-to-title = What your logging led to, in the last { $days } days
led-to-logged = { $count ->
    [one] You logged one objection.
   *[other] You logged { $count } objections.
}
led-to-nothing-yet = Nothing to tell of yet. Whom they reach, and what others find to work on them, will stand here.
led-to-reached-person = { $about }: reached its marketing owner, { $when }
led-to-reached-channel = { $about }: reached the marketing channel, { $when }
led-to-people = Who was told what you heard: { $people }
led-to-theme = “{ $theme }” was heard { $count ->
    [one] once
   *[other] { $count } times
} by the team, { $before ->
    [0] never
    [one] once
   *[other] { $before } times
} in as many days before
led-to-worked = Worked on “{ $theme }” since: { $argument }
led-to-answered = { $about }: { $person } answered you, { $when }
