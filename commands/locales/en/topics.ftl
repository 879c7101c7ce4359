digest-insights = *What people have begun to talk about*
digest-emerging = { $n } notes in 30 days, { $before ->
    [0] none
   *[other] { $before }
 } in the 90 before
topic-offered = *A new theme?* { $n } notes in 30 days talk about “{ $label }”, far more than before.
topic-follow = Make it a theme
topic-dismiss = Not a theme
topic-how = A theme of your own stands in the theme menu of objections beside the others and is counted with them; a new note that says it and has no other theme gets it. Notes from before keep the theme they have. Nothing happens until you press; what is not a theme is not offered again. `/lazo objection search` with the same words finds all the notes.
topic-followed = “{ $label }” is a theme of your own now, in the theme menu and in the digest. `/lazo objection themes` lists them; one that is no longer needed is retired there. Decided by { $who }.
topic-dismissed = “{ $label }” is not a theme, and won’t be offered again. Decided by { $who }.
topic-deciders-only = Only admins and those who lead a team decide on themes.
digest-by-words = “{ $label }”, by words, whatever the theme
themes-title = Themes of your own
themes-none = There are no themes of your own yet. When many notes begin to talk about the same thing, the digest says so, and whoever leads marketing is asked whether it is a theme.
themes-line = *{ $label }* · { $count ->
    [one] one note
   *[other] { $count } notes
}
themes-line-retired = *{ $label }* · retired · { $count ->
    [one] one note
   *[other] { $count } notes
}
themes-retire = Retire
themes-offer = Offer again
themes-how = A retired theme can no longer be chosen; the notes under it keep it and are still counted and found. `{ $command } search` with its name finds them.
