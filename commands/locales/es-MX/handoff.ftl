# Only what differs from Spanish of Spain.
handoff-form-lead-hint = O déjalo vacío y llena los campos siguientes.
handoff-form-type = ¿Qué hizo?
handoff-form-crm = Liga al CRM
handoff-form-lost = Slack no abrió el formulario a tiempo, así que no se traspasó nada. Intenta de nuevo o escríbelo en una línea: `{ $command } Acme, Laura Pérez laura@acme.es pide demo: preguntó por los precios`
handoff-pressed-lost = Slack no abrió el formulario a tiempo. No cambió nada; presiona el botón otra vez.
handoff-error-owner = Los invitados, los bots, la gente de otras organizaciones y quienes ya no están no pueden recibir leads. Elige a alguien de tu equipo.
handoff-error-unknown-person = Slack no nos dijo quién es esta persona. Intenta de nuevo en un momento.
handoff-error-past = Ese momento ya pasó. Elige uno que esté por llegar.
handoff-error-future = Eso todavía no llega. Elige cuándo fue.
handoff-error-before-offer = Eso fue antes de que te pasaran el lead. Elige cuándo lo intentaste desde entonces.
handoff-error-members = Solo los miembros de este espacio de trabajo traspasan leads, así que no se hizo nada. Pídeselo a alguien de tu equipo.
handoff-unknown-owner = No sé quién es «{ $name }», así que todavía no se traspasó nada. Elige para quién es o déjalo vacío.
handoff-which-owner = Hay más de una persona que se llama «{ $name }», así que todavía no se traspasó nada. Elige para quién es.
handoff-saved-nobody = Guardado, pero en este momento no hay quien pueda tomarlo
handoff-understood = Entendí: { $facts }
handoff-removed-characters = { $count ->
    [one] Se quitó un carácter que no se puede guardar.
   *[other] Se quitaron { $count } caracteres que no se pueden guardar.
}
handoff-withdrawn-receipt = Retirado. { $owner } ya no tiene que responder y ve que lo retiraste.
hstate-qualified = Calificado (SQL) por { $owner }
hstate-withdrawn = { $marketer } lo retiró
handoff-nobody = En este momento nadie puede tomarlo; { $owner } se encarga mientras tanto
due-qualify = *Calificarlo o devolverlo antes del { $when }*
late-accept = *Aceptarlo va atrasado:* tocaba el { $when }
late-attempt = *El primer intento va atrasado:* tocaba el { $when }
late-qualify = *Calificarlo va atrasado:* tocaba el { $when }
handoff-working-minutes = { $count ->
    [one] queda un minuto hábil
   *[other] quedan { $count } minutos hábiles
}
handoff-working-hours = { $count ->
    [one] queda una hora hábil
   *[other] quedan { $count } horas hábiles
}
handoff-working-mixed = quedan { $span } hábiles
handoff-what-they-did = Qué hizo: { $action } ({ $ago }, { $when })
handoff-what-they-did-undated = Qué hizo: { $action }
handoff-qualify = Calificado
handoff-take = Lo tomo yo
handoff-attempt-by = ¿Cómo lo intentaste?
handoff-return-more-after = Después de un primer intento hay más motivos: algunas cosas solo se saben al hacer contacto.
handoff-pause-means = En pausa no cuenta el tiempo. Presiona Reanudar cuando siga adelante.
handoff-again-changed = ¿Qué cambió?
handoff-refused = No se hizo nada: este traspaso ya está *{ $state }*.
handoff-already = Este lead ya lo lleva alguien, así que no se traspasó otra vez. Así está:
handoff-refused-by = No se hizo nada: { $actor } se te adelantó ({ $when }). Ahora está *{ $state }*.
handoff-not-allowed = Sobre este traspaso decide { $owner }, así que no se hizo nada. Puedes pedírselo a { $who }.
handoff-not-allowed-offer = Lo traspasó { $who }, que decide sobre la oferta, así que no se hizo nada.
handoff-stale = Cambió mientras lo veías (ahora está { $state }), así que no se hizo nada. Así está:
hstatus-qualified = calificado
reason-bad_contact_data = Los datos de contacto no sirven
why-head-qualify = *Calificarlo o devolverlo antes del { $when }*
why-skipped-closed = { $when }: no es día hábil
why-skipped-holiday = { $when }: día festivo, { $name }
why-breached = Atrasado desde el { $when }. El tiempo sigue contando.
limit-days = { $count ->
    [one] 1 día hábil
   *[other] { $count } días hábiles
}
limit-hours = { $count ->
    [one] 1 hora hábil
   *[other] { $count } horas hábiles
}
limit-minutes = { $count ->
    [one] 1 minuto hábil
   *[other] { $count } minutos hábiles
}
route-goes-chosen = Le llega a { $owner }: así lo elegiste.
route-goes-nobody = En este momento nadie puede tomarlo. Se guardaría y se avisaría a quien dirige ventas.
notice-late-accept = { $title }: { $owner } todavía no lo acepta. Tocaba el { $when }.
notice-late-attempt = { $title }: { $owner } todavía no intenta hacer contacto. Tocaba el { $when }.
notice-late-qualify = { $title }: { $owner } todavía no lo califica ni lo devuelve. Tocaba el { $when }.
notice-unrouted = En este momento nadie puede tomar { $title }, así que { $owner } se encarga hasta que alguien lo lleve.
notice-returned-disqualify = { $owner } descartó { $title }: *{ $reason }*.
notice-returned-list = { $count ->
    [one] Ventas devolvió un lead
   *[other] Ventas devolvió { $count } leads
}
notice-recycle-done = { $title } se ofreció otra vez.
notice-moved = El plazo de { $title } se movió porque { $because }. { $deadline }
moved-calendar = cambió tu horario
moved-holidays = cambiaron los días festivos de la empresa
moved-time_off = cambiaron tus ausencias
moved-zone = cambió tu zona horaria
handoff-late-none = Nada va atrasado. Los tuyos: `{ $command } míos`
handoff-late-title = { $count ->
    [one] Un traspaso va atrasado
   *[other] { $count } traspasos van atrasados
}
handoff-count-late = atrasados: { $count }
owed-qualify = calificar
handoff-unclear = No conozco «{ $typed }», así que no se traspasó nada. ¿Quisiste decir `{ $again }`?
handoff-unclear-example = Para traspasar un lead, di la empresa y por qué, por ejemplo: `{ $command } Acme, Laura Pérez laura@acme.es pide demo: preguntó por los precios`. O abre el formulario con lo que escribiste:
handoff-help = Pasa un lead a ventas y mira cómo va.
    • `{ $command } Acme, Laura Pérez laura@acme.es pide demo: preguntó por los precios @tom` lo traspasa al momento; sin nombre le llega a quien lleva la cuenta o a quien le toque el turno
    • `{ $command }` abre el formulario
    • `{ $command } míos` enumera los tuyos · `{ $command } equipo` los de tu equipo · `{ $command } tarde` lo que va atrasado
    • `{ $command } estado Acme` muestra cómo va · `{ $command } porque Acme` explica el plazo · `{ $command } ruta Acme` dice a quién le llegaría
    • `{ $command } pasar @tom` da todos los tuyos a otra persona
command-handoff-description = Pasa un lead a ventas; mira los tuyos, lo que va atrasado y por qué
handoff-tries-in-vain = { $count } intentos sin respuesta. Si prefieres dejarlo reposar, presiona *Devolver…* y elige «{ $reason }»: a marketing se le pregunta otra vez más adelante.
handoff-rate = Evaluar lead
