digest-insights = *What people have begun to talk about*
digest-emerging = { $n } notes in 30 days, { $before ->
    [0] none
   *[other] { $before }
 } in the 90 before
topic-offered = *A new theme?* { $n } notes in 30 days talk about “{ $label }”, far more than before.
topic-follow = Count it as a theme
topic-dismiss = Not a theme
topic-how = A theme of your own is counted in each week’s digest, by its words; the themes in the forms stay as they are, and a note keeps its own. Nothing happens until you press; what is not a theme is not offered again. `/lazo objection search` with the same words finds all the notes.
topic-followed = “{ $label }” is a theme of your own now: the digest counts it each week. Decided by { $who }.
topic-dismissed = “{ $label }” is not a theme, and won’t be offered again. Decided by { $who }.
topic-deciders-only = Only admins and those who lead a team decide on themes.
