led-to-title = A qué llevó lo que anotaste en los últimos { $days } días
led-to-logged = { $count ->
    [one] Anotaste una objeción.
   *[other] Anotaste { $count } objeciones.
}
led-to-nothing-yet = Todavía no hay nada que contar. Aquí verás a quién le llegan y qué les funciona a otros.
led-to-reached-person = { $about }: le llegó a su responsable de marketing, { $when }
led-to-reached-channel = { $about }: llegó al canal de marketing, { $when }
led-to-people = Se enteraron de lo que oíste: { $people }
led-to-theme = «{ $theme }» se oyó { $count ->
    [one] una vez
   *[other] { $count } veces
} en el equipo; antes, en otros tantos días, { $before ->
    [0] ninguna
    [one] una
   *[other] { $before }
}
led-to-worked = Desde entonces funcionó con «{ $theme }»: { $argument }
led-to-answered = { $about }: te respondió { $person }, { $when }
