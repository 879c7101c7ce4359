# Only what differs from Spanish of Spain.
rating-form-title = Calificar un lead
rating-form-title-edit = Cambiar calificación
rating-form-goes-back = Regresarlo de todos modos…
rating-form-reason-hint = Solo si se regresa: el motivo decide cómo. Si lo dejas vacío, el lead se queda donde está.
rating-form-before = Ya habías calificado este lead: lo que guardes ahora sustituye a lo anterior.
rating-form-lost = Slack no abrió el formulario a tiempo, así que no se guardó nada. Intenta de nuevo o escríbelo en una línea: `{ $command } Acme: encaje bueno, interés bajo, sin presupuesto`
rating-pressed-lost = Slack no abrió el formulario a tiempo. No cambió nada; presiona el botón otra vez.
rating-means-recycle = Al guardar, regresa a marketing, y a { $marketer } se le pregunta otra vez el día de abajo.
rating-means-reroute = Al guardar, regresa a { $marketer } para que se lo dé a la persona adecuada.
rating-means-never = Este lead nunca se traspasó, así que no se regresa nada. Lo que digas cuenta para su origen.
rating-guessed = Suena a «{ $reason }», así que está elegido abajo. Todavía no se guardó nada.
rating-stale = Tu calificación cambió desde que abriste este formulario. Ahora dice: { $said }. Lo que habías escrito sigue abajo.
rating-saved-again = Ya lo habías dicho; no se agregó nada
rating-problem-other-needs-note = Con «{ $reason }», agrega una línea que diga de qué se trata.
rating-withdrawn-sent-back = Deshecho. Lo que dijiste de { $lead } ya no cuenta en ningún lado. El lead sigue de regreso en marketing, que puede traspasarlo otra vez.
rating-withdrawn = Deshecho. Lo que dijiste de { $lead } ya no cuenta en ningún lado.
rating-removed-characters = { $count ->
    [one] Se quitó un carácter que no se puede guardar.
   *[other] Se quitaron { $count } caracteres que no se pueden guardar.
}
rating-done-recycle = :leftwards_arrow_with_hook: Regresado a marketing. A { $marketer } se le pregunta otra vez el { $when }.
rating-done-reroute = :twisted_rightwards_arrows: Regresado a { $marketer } para que se lo dé a la persona adecuada.
rating-kept-view = Guardado como tu opinión: sobre este lead decide { $owner } y no se regresó nada.
rating-kept-never = Este lead nunca se traspasó, así que no se regresó nada. Cuenta para el origen del lead.
rating-not-rater = Esta calificación solo la cambia quien la dio. Puedes calificar el lead por tu cuenta: las dos quedan una al lado de la otra.
rating-mine-title = Los leads que calificaste, los últimos primero
rating-mine-none = Todavía no calificas ningún lead.
rating-list-title = Últimas calificaciones
rating-list-none = Todavía no se califica ningún lead.
rating-list-none-named = Nadie ha calificado todavía un lead que se llame «{ $name }».
rating-rate-it = Calificar un lead con ese nombre
rating-help = *Califica un lead y mira de dónde llegan los buenos*
    • `{ $command }` abre el formulario
    • `{ $command } Acme: encaje bueno, interés bajo, sin presupuesto — lo quieren el próximo año` lo guarda en una línea; «bueno/malo» también vale
    • `{ $command } fuentes` y `{ $command } campañas`: qué tan buenos son sus leads y por qué regresaron algunos
    • `{ $command } lista` y `{ $command } lista Acme`: lo que se dijo, una opinión al lado de otra
    • `{ $command } mias`: lo que calificaste tú
    Un motivo regresa el lead si te toca decidirlo; si no, se guarda como tu opinión.
rating-example = Por ejemplo: `{ $command } Acme: encaje bueno, interés bajo, sin presupuesto — lo quieren el próximo año`
rating-told = { $count ->
    [one] Calificaron uno de tus leads
   *[other] Calificaron { $count } de tus leads
}
quality-rated = { $n ->
    [one] { $count } lead calificado
   *[other] { $count } leads calificados
}
quality-returned = { $n ->
    [one] { $count } regresó: { $reasons }
   *[other] { $count } regresaron: { $reasons }
}
quality-minimum = El porcentaje se muestra a partir de { $n } leads calificados. Cada lead cuenta una vez: como lo ve quien decide sobre él.
quality-none-sources = En los últimos { $days } días no se calificó ni se regresó ningún lead.
quality-none-campaigns = En los últimos { $days } días no se calificó ni se regresó ningún lead de una campaña.
quality-column-n = Calificados
quality-column-returned = Regresaron

command-leadquality-description = Califica un lead y mira de dónde llegan los buenos
command-leadquality-help = • `/lazo calidadlead Acme: encaje bueno, interés bajo, sin presupuesto` califica un lead, y lo regresa si te toca decidirlo
    • `/lazo calidadlead fuentes` dice de dónde llegan los buenos leads y por qué regresaron otros
