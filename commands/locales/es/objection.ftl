objection-form-title = Anotar una objeción
objection-form-title-edit = Editar objeción
objection-form-quote = ¿Qué te dijeron?
objection-form-quote-hint = Con sus palabras, hasta donde recuerdes.
objection-form-quote-kept = La cita es demasiado larga para este formulario y se queda como está:
objection-form-account = Cuenta
objection-form-deal = Oportunidad
objection-form-lead = Lead
objection-form-theme = Tema
objection-form-choose = Elige uno
objection-form-argument = ¿Qué respondiste?
objection-form-argument-placeholder = El argumento que usaste
objection-form-worked = ¿Funcionó?
objection-form-ask = ¿Qué necesitas de marketing?
objection-form-ask-hint = Si pides algo, marketing se entera al momento, dentro de su horario.
objection-form-competitor = Competidor
objection-form-stage = Fase
objection-form-role = ¿Quién lo dijo?
objection-form-belief = ¿Cómo lo sabes?
objection-form-note = Nota

objection-error-no-quote = Escribe lo que te dijeron, por ejemplo: «HubSpot es más barato».
objection-error-other-needs-note = Con «Otro», añade una línea que diga de qué se trata.

objection-saved = Guardado
objection-saved-again = Ya lo habías guardado hace un momento; queda una sola vez
objection-updated = Cambiado
objection-restored = Recuperada
objection-withdrawn = Deshecho. Ya no cuenta en ningún sitio, y marketing ve que la has retirado.
objection-restore = Recuperarla
objection-removed-characters = { $count ->
    [one] Se ha quitado un carácter que no se puede guardar.
   *[other] Se han quitado { $count } caracteres que no se pueden guardar.
}
objection-vs = frente a { $competitor }
objection-asks = Pide a marketing { $ask ->
    [argument] un argumento
    [content] contenido
   *[proof] pruebas
 }
objection-no-account = sin cuenta
objection-theme-placeholder = Indica el tema
objection-before = ¿Ya se ha dicho?
objection-before-title = Ya se ha dicho con casi las mismas palabras: { $count ->
    [one] una nota
   *[other] { $count } notas
}
objection-before-or-more = { $count ->
    [0] En las notas más recientes no está con casi las mismas palabras; las anteriores no se han mirado.
    [one] *Ya se ha dicho con casi las mismas palabras: una nota o más.* Solo se han mirado las más recientes.
   *[other] *Ya se ha dicho con casi las mismas palabras: { $count } notas o más.* Solo se han mirado las más recientes.
} `{ $command } buscar …` encuentra las demás.
objection-before-lost = Slack no ha abierto la lista a tiempo. Pulsa otra vez *{ $button }*.
objection-before-none = Nadie lo ha anotado con casi las mismas palabras. `{ $command } buscar …` encuentra notas por las palabras que elijas.
objection-suggested = Tema sugerido: *{ $theme }* (certeza: { $sure })
objection-suggested-yes = Sí: { $theme }
objection-suggested-note = Lo sugiere una máquina. La nota ya está guardada; el tema solo cuenta si lo confirmas.
objection-unknown-account = Todavía no hay ninguna cuenta «{ $name }». La nota queda guardada con ese nombre.
objection-use-account = Usar { $name }
objection-create-account = Crear «{ $name }»
objection-argued-before = *Lo que ya se ha respondido a «{ $theme }»*
objection-argument-worked = funcionó
objection-argument-failed = no funcionó
objection-argument-open = aún es pronto
objection-told-owner-now = { $owner } (marketing) se entera ahora mismo.
objection-told-owner-at = { $owner } (marketing) se entera el { $when }, dentro de su horario.
objection-told-owner-daily = { $owner } (marketing) lo verá en su lista diaria el { $when }.
objection-told-channel-now = { $channel } se entera ahora mismo.
objection-told-channel-at = { $channel } se entera el { $when }, dentro del horario laboral.
objection-told-channel-daily = { $channel } lo verá en la lista diaria el { $when }.
objection-told-nobody = No hay responsable ni canal de marketing, así que nadie se entera. Un admin puede elegir un canal con `/lazo ajustes`.

objection-search-empty = ¿Qué buscas? Por ejemplo: `{ $command } buscar precio`
objection-search-none = No he encontrado nada con «{ $query }». Prueba con menos palabras, por ejemplo: `{ $command } buscar precio`
objection-search-title = { $count ->
    [one] Una objeción con «{ $query }»
   *[other] { $count } objeciones con «{ $query }»
}
objection-search-newest = Las { $count } objeciones más nuevas con «{ $query }»
objection-mine-none = Todavía no has anotado ninguna. Por ejemplo: `{ $command } Acme: dicen que HubSpot es más barato`
objection-mine-title = Lo último que has anotado
objection-top-none = Ninguna objeción en los últimos { $days } días. Por ejemplo: `{ $command } Acme: dicen que HubSpot es más barato`
objection-top-title = Lo que más se ha oído en los últimos { $days } días
objection-top-line = *{ $theme }* · { $count } ({ $before } en los { $days } días anteriores)
objection-help = Anota lo que objetan los compradores, en una línea o con un formulario.
    • `{ $command } Acme: dicen que HubSpot es más barato` la guarda al momento
    • `{ $command }` abre el formulario
    • `{ $command } buscar precio` encuentra lo que se ha oído · `{ $command } top` lo cuenta por temas · `{ $command } mías` enumera las tuyas · `{ $command } temas` los temas propios
objection-unclear = No conozco la palabra «{ $word }», así que no se ha guardado nada.
objection-unclear-nearest = No conozco la palabra «{ $word }», así que no se ha guardado nada. ¿Querías decir `{ $again }`?
objection-unclear-example = Para anotar una objeción, escribe lo que te dijeron, por ejemplo: `{ $command } Acme: dicen que HubSpot es más barato`. O guarda tal cual lo que has escrito:
objection-save-anyway = Guardar como objeción

objection-notice-ask = { $author } necesita { $ask ->
    [argument] un argumento
    [content] contenido
   *[proof] pruebas
 } de marketing · { $account }
objection-notice-plain = { $author } ha oído una objeción · { $account }
objection-notice-withdrawn = { $author } ha retirado esta nota.
objection-notice-list = { $count ->
    [one] Una nota nueva de ventas
   *[other] { $count } notas nuevas de ventas
}
objection-not-author = Solo puede cambiarla quien la anotó, así que se queda como está.
objection-members-only = Los invitados anotan lo que oyen, pero no crean cuentas: el nombre que escribiste se queda en la nota. Pide a alguien del equipo que cree la cuenta.
objection-saved-before = Ya habías guardado esta nota, así que no se ha añadido nada. Así está; debajo tienes lo que has escrito ahora. *Guardar* pone lo tuyo en su lugar.
objection-stale = Esta nota ha cambiado mientras la editabas, así que tu cambio *no* se ha guardado. Así está ahora; debajo tienes lo que escribiste. *Guardar* pone lo tuyo en su lugar.
objection-quote-gone = El mensaje entero ya no está guardado, así que aún no se ha guardado nada. Escribe lo que dijeron o vuelve a anotar el mensaje.
objection-form-lost = Slack no ha abierto el formulario a tiempo. Prueba otra vez o escríbelo en una línea: `{ $command } Acme: dicen que HubSpot es más barato`
objection-edit-lost = Slack no ha abierto el formulario a tiempo. No ha cambiado nada; pulsa *Editar* otra vez.
objection-answer-what = Respuesta: { $argument }
objection-told-yourself = El marketing de esta cuenta lo llevas tú, así que no se avisa a nadie más.
objection-origin-link = este mensaje
objection-origin = De { $link }, de { $author }
