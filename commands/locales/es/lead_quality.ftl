fit-good = bueno
fit-partial = parcial
fit-poor = malo
intent-good = alto
intent-partial = medio
intent-poor = bajo

rating-grades = encaje { $fit }, interés { $intent }
rating-view = { $who }: { $said }
rating-nameless = un lead sin nombre

rating-form-title = Valorar un lead
rating-form-title-edit = Cambiar tu valoración
rating-form-lead = Lead
rating-form-fit = Encaje
rating-form-fit-hint = ¿Es el tipo de empresa y de persona al que vendemos?
rating-form-intent = Interés
rating-form-intent-hint = ¿Quieren algo ahora?
rating-form-goes-back = Devolverlo de todos modos…
rating-form-reason = Motivo
rating-form-reason-hint = Solo si se devuelve: el motivo decide cómo. Si lo dejas vacío, el lead se queda donde está.
rating-form-reason-choose = Elige uno
rating-form-day = Preguntar otra vez el
rating-form-more-after = Otros motivos, como «Ahora no hay presupuesto», se pueden elegir cuando alguien haya intentado contactar.
rating-form-note = Nota
rating-form-note-kept = La nota es demasiado larga para este formulario y se queda como está:
rating-form-before = Ya habías valorado este lead: lo que guardes ahora sustituye a lo anterior.
rating-form-lost = Slack no ha abierto el formulario a tiempo, así que no se ha guardado nada. Prueba otra vez o escríbelo en una línea: `{ $command } Acme: encaje bueno, interés bajo, sin presupuesto`
rating-pressed-lost = Slack no ha abierto el formulario a tiempo. No ha cambiado nada; pulsa otra vez el botón.
rating-means-recycle = Al guardar, vuelve a marketing, y a { $marketer } se le pregunta otra vez el día de abajo.
rating-means-reroute = Al guardar, vuelve a { $marketer } para que se lo dé a la persona adecuada.
rating-means-disqualify = Al guardar, queda descartado, y { $marketer } sabrá por qué.
rating-means-view = Sobre este lead decide { $owner }. Lo que digas se guarda al lado como tu opinión.
rating-means-closed = El traspaso de este lead ya está { $state }. Lo que digas se guarda al lado como tu opinión.
rating-means-never = Este lead nunca se ha traspasado, así que no se devuelve nada. Lo que digas cuenta para su origen.

rating-error-no-lead = Elige el lead, o escribe su nombre y créalo.
rating-error-members-make-leads = Los invitados no pueden crear leads. Elige uno que ya esté o pídeselo a alguien del equipo.
rating-error-no-grade = Elige una de las tres opciones.
rating-problem-needs-fit = «{ $reason }» va con un encaje malo. Cambia uno de los dos.
rating-problem-needs-intent = «{ $reason }» va con un interés bajo. Cambia uno de los dos.
rating-problem-needs-either = «{ $reason }» va con un encaje malo o un interés bajo. Cambia alguno.
rating-problem-only-after-an-attempt = «{ $reason }» solo se sabe cuando alguien ha intentado contactar. Anota antes el intento o elige otro motivo.
rating-problem-other-needs-note = Con «{ $reason }», añade una línea que diga de qué se trata.
rating-problem-not-ahead = Elige un día que esté por llegar.
rating-problem-too-far = Elige un día dentro de los próximos dos años.

rating-which-lead = { $count ->
    [one] Hay un lead con un nombre parecido a «{ $name }»: elígelo abajo si es ese.
   *[other] Hay { $count } leads con un nombre parecido a «{ $name }»: elige cuál es.
}
rating-which-lead-yours = Hay { $count } leads con un nombre parecido a «{ $name }»: abajo está elegido el que llevas tú. Todavía no se ha guardado nada.
rating-unknown-lead = Todavía no hay ningún lead «{ $name }». Busca abajo a cuál te refieres, o escribe su nombre y créalo.
rating-guessed = Suena a «{ $reason }», así que está elegido abajo. Todavía no se ha guardado nada.
rating-guessed-early = Suena a «{ $reason }». Eso solo se sabe cuando alguien ha intentado hablar con el lead, así que abajo no hay ningún motivo elegido. Todavía no se ha guardado nada.
rating-stale = Tu valoración ha cambiado desde que abriste este formulario. Ahora dice: { $said }. Lo que habías escrito sigue abajo.
rating-saved-before = Ya habías guardado esta valoración, así que no se ha cambiado nada. Dice: { $said }. Debajo tienes lo que has escrito ahora. *Guardar* pone lo tuyo en su lugar.

rating-saved = Guardado
rating-updated = Cambiado
rating-saved-again = Ya lo habías dicho; no se ha añadido nada
rating-undone = Deshecho
rating-withdrawn = Deshecho. Lo que dijiste de { $lead } ya no cuenta en ningún sitio.
rating-withdrawn-sent-back = Deshecho. Lo que dijiste de { $lead } ya no cuenta en ningún sitio. El lead sigue de vuelta en marketing, que puede traspasarlo otra vez.
rating-restore = Recuperarla
rating-removed-characters = { $count ->
    [one] Se ha quitado un carácter que no se puede guardar.
   *[other] Se han quitado { $count } caracteres que no se pueden guardar.
}
rating-done-recycle = :leftwards_arrow_with_hook: Devuelto a marketing. A { $marketer } se le pregunta otra vez el { $when }.
rating-done-reroute = :twisted_rightwards_arrows: Devuelto a { $marketer } para que se lo dé a la persona adecuada.
rating-done-disqualify = :no_entry_sign: Descartado. { $marketer } sabrá por qué.
rating-kept-view = Guardado como tu opinión: sobre este lead decide { $owner } y no se ha devuelto nada.
rating-kept-closed = Guardado como tu opinión: el traspaso de este lead ya está { $state } y así se queda.
rating-kept-never = Este lead nunca se ha traspasado, así que no se ha devuelto nada. Cuenta para el origen del lead.
rating-told-daily = { $marketer } (marketing) lo leerá en su lista diaria el { $when }.
rating-not-rater = Esta valoración solo la cambia quien la dio. Puedes valorar el lead por tu cuenta: las dos quedan una al lado de la otra.

rating-mine-title = Los leads que has valorado, los últimos primero
rating-mine-none = Todavía no has valorado ningún lead.
rating-list-title = Últimas valoraciones
rating-list-none = Todavía no se ha valorado ningún lead.
rating-list-title-named = Lo que se dice de «{ $name }»
rating-list-none-named = Nadie ha valorado todavía un lead que se llame «{ $name }».
rating-unclear = No conozco «{ $word }», así que no se ha guardado nada. ¿Querías decir `{ $again }`?
rating-example = Por ejemplo: `{ $command } Acme: encaje bueno, interés bajo, sin presupuesto — lo quieren el año que viene`
rating-rate-it = Valorar un lead con ese nombre
rating-you-typed = Habías escrito:
rating-help = *Valora un lead y mira de dónde llegan los buenos*
    • `{ $command }` abre el formulario
    • `{ $command } Acme: encaje bueno, interés bajo, sin presupuesto — lo quieren el año que viene` lo guarda en una línea; «bueno/malo» también vale
    • `{ $command } orígenes` y `{ $command } campañas`: qué tal son sus leads y por qué se devolvieron algunos
    • `{ $command } lista` y `{ $command } lista Acme`: lo que se ha dicho, una opinión al lado de otra
    • `{ $command } mías`: lo que has valorado tú
    Un motivo devuelve el lead si te toca decidirlo; si no, se guarda como tu opinión.
rating-told = { $count ->
    [one] Se ha valorado uno de tus leads
   *[other] Se han valorado { $count } de tus leads
}
rating-on-card = Lo que se opina de este lead

quality-rated = { $n ->
    [0] ningún lead valorado
    [one] { $count } lead valorado
   *[other] { $count } leads valorados
}
quality-line = { $rated } · encaje: { $fit } · interés: { $intent }
quality-rate = { $rate } { $grade } ({ $good } de { $n })
quality-returned = { $n ->
    [one] { $count } devuelto: { $reasons }
   *[other] { $count } devueltos: { $reasons }
}
quality-reason = { $reason } { $count }
quality-reasons-more = otros motivos { $count }
quality-no-source = Sin origen indicado
quality-minimum = El porcentaje se muestra a partir de { $n } leads valorados. Cada lead cuenta una vez: como lo ve quien decide sobre él.
quality-title-sources = Calidad de los leads por origen, últimos { $days } días
quality-title-campaigns = Calidad de los leads por campaña, últimos { $days } días
quality-none-sources = En los últimos { $days } días no se ha valorado ni devuelto ningún lead.
quality-none-campaigns = En los últimos { $days } días no se ha valorado ni devuelto ningún lead de una campaña.
quality-column-sources = Origen
quality-column-campaigns = Campaña
quality-column-n = Valorados
quality-column-graded = { $kind }: { $grade }
quality-column-fit = Encaje
quality-column-intent = Interés
quality-column-returned = Devueltos
quality-summary = *Calidad de los leads*: { $rated } { $stretch ->
    [month] este mes
   *[other] esta semana
 }.
quality-summary-returned = *Calidad de los leads*: { $rated } { $stretch ->
    [month] este mes
   *[other] esta semana
 }; { $returned }.
quality-by-campaign = *Por campaña*

command-leadquality-description = Valora un lead y mira de dónde llegan los buenos
command-leadquality-usage = [Acme: encaje bueno, interés bajo, sin presupuesto | orígenes | campañas | lista | mías]
command-leadquality-help = • `/lazo calidadlead Acme: encaje bueno, interés bajo, sin presupuesto` valora un lead, y lo devuelve si te toca decidirlo
    • `/lazo calidadlead orígenes` dice de dónde llegan los buenos leads y por qué se devolvieron otros
