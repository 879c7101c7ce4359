# Only what differs from Spanish of Spain.
rating-form-title = Evaluar un lead
rating-form-title-edit = Cambiar tu evaluación
rating-form-before = Ya habías evaluado este lead: lo que guardes ahora sustituye a lo anterior.
rating-form-lost = Slack no abrió el formulario a tiempo, así que no se guardó nada. Intenta de nuevo o escríbelo en una línea: `{ $command } Acme: encaje bueno, interés bajo, sin presupuesto`
rating-pressed-lost = Slack no abrió el formulario a tiempo. No cambió nada; presiona el botón otra vez.
rating-means-never = Este lead nunca se traspasó, así que no se devuelve nada. Lo que digas cuenta para su origen.
rating-which-lead-yours = Hay { $count } leads con un nombre parecido a «{ $name }»: abajo está elegido el que llevas tú. Todavía no se guardó nada.
rating-guessed = Suena a «{ $reason }», así que está elegido abajo. Todavía no se guardó nada.
rating-guessed-early = Suena a «{ $reason }». Eso solo se sabe cuando alguien intentó hablar con el lead, así que abajo no hay ningún motivo elegido. Todavía no se guardó nada.
rating-stale = Tu evaluación cambió desde que abriste este formulario. Ahora dice: { $said }. Lo que habías escrito sigue abajo.
rating-saved-before = Ya habías guardado esta evaluación, así que no se cambió nada. Dice: { $said }. Abajo está lo que escribiste ahora. *Guardar* pone lo tuyo en su lugar.
rating-saved-again = Ya lo habías dicho; no se agregó nada
rating-problem-other-needs-note = Con «{ $reason }», agrega una línea que diga de qué se trata.
rating-withdrawn-sent-back = Deshecho. Lo que dijiste de { $lead } ya no cuenta en ningún lado. El lead sigue de vuelta en marketing, que puede traspasarlo otra vez.
rating-withdrawn = Deshecho. Lo que dijiste de { $lead } ya no cuenta en ningún lado.
rating-removed-characters = { $count ->
    [one] Se quitó un carácter que no se puede guardar.
   *[other] Se quitaron { $count } caracteres que no se pueden guardar.
}
rating-kept-view = Guardado como tu opinión: sobre este lead decide { $owner } y no se devolvió nada.
rating-kept-never = Este lead nunca se traspasó, así que no se devolvió nada. Cuenta para el origen del lead.
rating-not-rater = Esta evaluación solo la cambia quien la dio. Puedes evaluar el lead por tu cuenta: las dos quedan una al lado de la otra.
rating-mine-title = Los leads que evaluaste, los últimos primero
rating-mine-none = Todavía no evalúas ningún lead.
rating-list-title = Últimas evaluaciones
rating-list-none = Todavía no se evalúa ningún lead.
rating-list-none-named = Nadie ha evaluado todavía un lead que se llame «{ $name }».
rating-rate-it = Evaluar un lead con ese nombre
rating-help = *Evalúa un lead y mira de dónde llegan los buenos*
    • `{ $command }` abre el formulario
    • `{ $command } Acme: encaje bueno, interés bajo, sin presupuesto — lo quieren el próximo año` lo guarda en una línea; «bueno/malo» también sirve
    • `{ $command } orígenes` y `{ $command } campañas`: qué tan buenos son sus leads y por qué se devolvieron algunos
    • `{ $command } lista` y `{ $command } lista Acme`: lo que se dijo, una opinión al lado de otra
    • `{ $command } mías`: lo que evaluaste tú
    Un motivo devuelve el lead si te toca decidirlo; si no, se guarda como tu opinión.
rating-example = Por ejemplo: `{ $command } Acme: encaje bueno, interés bajo, sin presupuesto — lo quieren el próximo año`
rating-told = { $count ->
    [one] Evaluaron uno de tus leads
   *[other] Evaluaron { $count } de tus leads
}
quality-rated = { $n ->
    [0] ningún lead evaluado
    [one] { $count } lead evaluado
   *[other] { $count } leads evaluados
}
quality-minimum = El porcentaje se muestra a partir de { $n } leads evaluados. Cada lead cuenta una vez: como lo ve quien decide sobre él.
quality-none-sources = En los últimos { $days } días no se evaluó ni se devolvió ningún lead.
quality-none-campaigns = En los últimos { $days } días no se evaluó ni se devolvió ningún lead de una campaña.
quality-column-n = Evaluados

command-leadquality-description = Evalúa un lead y mira de dónde llegan los buenos
command-leadquality-help = • `/lazo calidadlead Acme: encaje bueno, interés bajo, sin presupuesto` evalúa un lead, y lo devuelve si te toca decidirlo
    • `/lazo calidadlead orígenes` dice de dónde llegan los buenos leads y por qué se devolvieron otros
rating-unclear = No conozco «{ $word }», así que no se guardó nada. ¿Quisiste decir `{ $again }`?
