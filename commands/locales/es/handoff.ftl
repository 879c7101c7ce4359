handoff-form-title = Traspasar un lead
handoff-form-title-edit = Editar el traspaso
handoff-form-submit = Traspasar
handoff-form-lead = Un lead que ya conocemos
handoff-form-lead-placeholder = Escribe una empresa o un nombre
handoff-form-lead-hint = O déjalo vacío y rellena los campos siguientes.
handoff-form-company = Empresa
handoff-form-contact = Contacto
handoff-form-email = Correo
handoff-form-phone = Teléfono
handoff-form-type = ¿Qué ha hecho?
handoff-form-type-hint = De esto dependen los plazos acordados: quien pide una demo o un precio va por la vía rápida.
handoff-form-source = Origen
handoff-form-source-hint = De dónde viene, por ejemplo: webinar.
handoff-form-why = ¿Por qué merece una llamada ahora?
handoff-form-why-hint = Qué pidió, qué miró o qué dijo. Es lo primero que lee quien recibe el lead.
handoff-form-crm = Enlace al CRM
handoff-form-owner = ¿Para quién es?
handoff-form-owner-hint = Déjalo vacío: le llega a quien lleva la cuenta o a quien le toque el turno.
handoff-form-preview = ¿A quién le llegaría?
handoff-form-lost = Slack no ha abierto el formulario a tiempo, así que no se ha traspasado nada. Prueba otra vez o escríbelo en una línea: `{ $command } Acme, Laura Pérez laura@acme.es pide demo: preguntó por los precios`
handoff-pressed-lost = Slack no ha abierto el formulario a tiempo. No ha cambiado nada; pulsa el botón otra vez.

handoff-error-no-company = Di la empresa o elige un lead que ya conocemos.
handoff-error-email = Esto no parece un correo. Por ejemplo: laura@acme.es
handoff-error-link = Esto no parece una dirección web. Por ejemplo: https://crm.example.com/leads/42
handoff-error-owner = Los invitados, los bots, la gente de otras organizaciones y quien ya no está no pueden recibir leads. Elige a alguien del equipo.
handoff-error-unknown-person = Slack no nos ha dicho quién es esta persona. Prueba otra vez en un momento.
handoff-error-note = Escribe una línea que diga por qué.
handoff-error-past = Ese momento ya ha pasado. Elige uno que esté por llegar.
handoff-error-future = Eso todavía no ha llegado. Elige cuándo fue.
handoff-error-before-offer = Eso fue antes de que te pasaran el lead. Elige cuándo lo has intentado desde entonces.
handoff-error-far = Está demasiado lejos. Elige un día de los próximos dos años.
handoff-error-is-owner = Ya lo tiene esa persona. Elige a otra.
handoff-error-field = Esto no encaja. Elige otra cosa.
handoff-error-members = Solo los miembros de este espacio de trabajo traspasan leads, así que no se ha hecho nada. Pídeselo a alguien del equipo.
handoff-unknown-owner = No sé quién es «{ $name }», así que aún no se ha traspasado nada. Elige para quién es o déjalo vacío.
handoff-which-owner = Hay más de una persona que se llama «{ $name }», así que aún no se ha traspasado nada. Elige para quién es.

handoff-title-contact = { $company } · { $contact }
handoff-no-company = Sin empresa

handoff-saved-to = Traspasado a { $owner }
handoff-saved-nobody = Guardado, pero ahora mismo no hay nadie que pueda cogerlo
handoff-updated = Cambiado
handoff-owner-away = { $owner } no está estos días y vuelve el { $when }. Con *Editar* puedes darle el lead a otra persona.
handoff-understood = He entendido: { $facts }
handoff-removed-characters = { $count ->
    [one] Se ha quitado un carácter que no se puede guardar.
   *[other] Se han quitado { $count } caracteres que no se pueden guardar.
}
handoff-withdraw = Retirar
handoff-withdrawn-receipt = Retirado. { $owner } ya no tiene que responder y ve que lo has retirado.
handoff-fact-company = empresa { $value }
handoff-fact-contact = contacto { $value }
handoff-fact-email = correo { $value }
handoff-fact-phone = teléfono { $value }
handoff-fact-source = origen { $value }
handoff-fact-type = { $value }

hstate-offered = A la espera de que { $owner } lo acepte
hstate-accepted = Aceptado por { $owner }
hstate-attempted = { $owner } está intentando contactar
hstate-contacted = { $owner } está en contacto
hstate-qualified = Cualificado (SQL) por { $owner }
hstate-won = Ganado por { $owner }
hstate-lost = Perdido
hstate-recycled = De vuelta en marketing hasta el { $when }
handoff-dropped = Marketing no lo volverá a ofrecer
hstate-rerouted = Devuelto: es para otra persona
hstate-disqualified = Descartado
hstate-expired = Nadie respondió a tiempo
hstate-withdrawn = { $marketer } lo ha retirado
handoff-nobody = Ahora mismo nadie puede cogerlo; { $owner } se encarga mientras tanto
handoff-why-then = Por qué se traspasó:
handoff-returned-because = Motivo: { $reason }

handoff-head-offered = { $marketer } te pasa un lead: { $title }
handoff-head-taken = Tu lead: { $title }
handoff-head-closed = { $title }
handoff-head-other = { $title } · { $marketer } → { $owner }
handoff-now-with = { $title }: ahora lo lleva { $owner }. No te queda nada por hacer.

due-with-left = { $due } ({ $left })
due-accept = *Aceptarlo antes del { $when }*
due-attempt = *Primer intento antes del { $when }*
due-qualify = *Cualificarlo o devolverlo antes del { $when }*
late-accept = *Aceptarlo va con retraso:* tocaba el { $when }
late-attempt = *El primer intento va con retraso:* tocaba el { $when }
late-qualify = *Cualificarlo va con retraso:* tocaba el { $when }
handoff-target = Objetivo: antes del { $when }
handoff-paused = *En pausa* ({ $reason }). El plazo no corre hasta que se reanude.
handoff-snoozed = Sin recordatorios hasta el { $when }; el plazo sigue igual.
handoff-working-minutes = { $count ->
    [one] queda un minuto laborable
   *[other] quedan { $count } minutos laborables
}
handoff-working-hours = { $count ->
    [one] queda una hora laborable
   *[other] quedan { $count } horas laborables
}
handoff-working-mixed = quedan { $span } laborables

handoff-what-they-did = Qué ha hecho: { $action } ({ $ago }, { $when })
handoff-what-they-did-undated = Qué ha hecho: { $action }
handoff-came-from = Origen: { $source }
handoff-came-from-campaign = Origen: { $source } · { $campaign }
handoff-score = Puntuación: { $score }
handoff-contact = Contacto: { $contact }
handoff-account = Cuenta: { $account }
handoff-account-tier = Cuenta: { $account } · nivel { $tier }
handoff-tried = Intentos hasta ahora: { $attempts }
handoff-round = Ofrecido por { $round ->
    [2] segunda
    [3] tercera
   *[other] { $round }.ª
 } vez
handoff-fast-lane = Vía rápida
handoff-evidence = <{ $link }|El mensaje del que sale>
handoff-objections = *Objeciones abiertas de esta cuenta y lo que funcionó con ellas*
handoff-objection-line = { $theme }: «{ $quote }»
handoff-argument-line = Funcionó: { $argument }

tried-call = { $count ->
    [one] una llamada
   *[other] { $count } llamadas
}
tried-email = { $count ->
    [one] un correo
   *[other] { $count } correos
}
tried-message = { $count ->
    [one] un mensaje
   *[other] { $count } mensajes
}
tried-meeting = { $count ->
    [one] una reunión
   *[other] { $count } reuniones
}

handoff-accept = Aceptar
handoff-attempt = Anotar intento
handoff-return = Devolver…
handoff-not-mine = No es mío
handoff-snooze = Posponer
handoff-why = ¿Por qué este plazo?
handoff-reassign = Reasignar…
handoff-pause = Pausar…
handoff-resume = Reanudar
handoff-qualify = Cualificado
handoff-won = Ganado
handoff-lost = Perdido
handoff-take = Me lo quedo
handoff-show = Detalles
handoff-open-crm = Abrir en el CRM
handoff-rate = Valorar lead
handoff-open = Traspasar un lead
handoff-open-this = Traspasarlo
handoff-again = Ofrecer otra vez…
handoff-extend = Pregúntame más tarde…
handoff-drop = Dejarlo

snooze-hour = 1 hora
snooze-tomorrow = Mañana a las 09:00
snooze-monday = El lunes a las 09:00
snooze-pick = Elegir…

handoff-shown-title = Traspaso
handoff-note = Nota
handoff-attempt-title = Anotar intento
handoff-attempt-by = ¿Cómo lo has intentado?
handoff-attempt-answered = Resultado
handoff-attempt-answered-box = Contestaron
handoff-attempt-day = Día
handoff-attempt-time = Hora
handoff-return-title = Devolver el lead
handoff-return-submit = Devolver
handoff-return-reason = ¿Por qué?
handoff-return-placeholder = Elige un motivo
handoff-return-means-recycle = Ahora no: vuelve a marketing, y ese día se les pregunta otra vez.
handoff-return-means-reroute = Es para otra persona: le llega a ella, o marketing busca a quién.
handoff-return-means-disqualify = Queda descartado: marketing se entera del motivo y nadie sigue con él.
handoff-return-on = Preguntar a marketing otra vez el
handoff-return-to = ¿Quién debería llevarlo?
handoff-return-to-hint = Si no lo sabes, déjalo vacío: marketing busca a alguien.
handoff-return-more-after = Después de un primer intento hay más motivos: algunas cosas solo se saben al contactar.
handoff-reassign-title = Reasignar
handoff-reassign-to = ¿A quién?
handoff-reassign-note = ¿Qué debería saber?
handoff-reassign-means = El tiempo ya gastado sigue gastado; el resto cuenta en su horario.
handoff-pause-title = Pausar
handoff-pause-submit = Pausar
handoff-pause-why = ¿Por qué?
handoff-pause-customer = Esperando al cliente
handoff-pause-away = Fuera de la oficina
handoff-pause-means = En pausa no cuenta el tiempo. Pulsa Reanudar cuando siga adelante.
handoff-snooze-title = Posponer
handoff-snooze-day = Día
handoff-snooze-time = Hora
handoff-snooze-means = Solo esperan los recordatorios. El plazo sigue donde está.
handoff-again-title = Ofrecer otra vez
handoff-again-changed = ¿Qué ha cambiado?
handoff-again-placeholder = Por qué ahora sí, si antes volvió
handoff-extend-title = Más tarde
handoff-extend-day = Preguntarme otra vez el
handoff-transfer-title = Pasar mis traspasos
handoff-transfer-submit = Pasar
handoff-transfer-to = ¿A quién?
handoff-transfer-count = { $count ->
    [one] Tienes *un* traspaso abierto.
   *[other] Tienes *{ $count }* traspasos abiertos.
}
handoff-transfer-means = Se pasan todos, cada uno con el tiempo que le queda. Tu colega recibe un solo mensaje con la lista.
handoff-transferred = { $count ->
    [one] Un traspaso pasa a { $owner }.
   *[other] { $count } traspasos pasan a { $owner }.
}
handoff-transfer-none = No tienes traspasos abiertos, así que no hay nada que pasar.
handoff-transfer-yourself = Ya son tuyos. Elige a otra persona.

handoff-refused = No se ha hecho nada: este traspaso ya está *{ $state }*.
handoff-refused-you = No se ha hecho nada: ya lo moviste tú ({ $when }). Ahora está *{ $state }*.
handoff-already = Este lead ya lo lleva alguien, así que no se ha traspasado otra vez. Así está:
handoff-you-typed = Lo que escribiste:
handoff-done = { $title }: { $state }
handoff-refused-by = No se ha hecho nada: { $actor } se te ha adelantado ({ $when }). Ahora está *{ $state }*.
handoff-not-allowed = Sobre este traspaso decide { $owner }, así que no se ha hecho nada. Puedes pedírselo a { $who }.
handoff-not-allowed-offer = Lo traspasó { $who }, que decide sobre la oferta, así que no se ha hecho nada.
handoff-stale = Ha cambiado mientras lo mirabas (ahora está { $state }), así que no se ha hecho nada. Así está:

hstatus-offered = ofrecido
hstatus-accepted = aceptado
hstatus-attempted = con intentos
hstatus-contacted = en contacto
hstatus-qualified = cualificado
hstatus-won = ganado
hstatus-lost = perdido
hstatus-recycled = de vuelta en marketing
hstatus-rerouted = enviado a otra persona
hstatus-disqualified = descartado
hstatus-expired = caducado
hstatus-withdrawn = retirado

leadtype-demo_request = Pide una demo
leadtype-pricing_request = Pide un precio
leadtype-content = Descarga de contenido
leadtype-event = Evento o webinar
leadtype-referral = Recomendación
leadtype-other = Otra cosa
attemptby-call = Llamada
attemptby-email = Correo
attemptby-message = Mensaje
attemptby-meeting = Reunión
returnaction-recycle = Ahora no
returnaction-reroute = Para otra persona
returnaction-disqualify = Descartarlo
reason-not_ready = Todavía no está listo
reason-budget = Ahora no hay presupuesto
reason-no_response = No responde
reason-wrong_contact = No es el contacto adecuado
reason-wrong_territory = Es de otro territorio
reason-existing_customer = Ya es cliente
reason-duplicate = Duplicado
reason-poor_fit = No encaja
reason-no_need = No lo necesita
reason-is_competitor = Es un competidor
reason-bad_contact_data = Los datos de contacto no valen
reason-student_job = Estudiante o busca empleo
reason-solicitation = Quiere vendernos algo
reason-spam = Spam
reason-no_consent = Sin consentimiento para contactar
reason-other = Otro

why-title = ¿Por qué este plazo?
why-head-accept = *Aceptarlo antes del { $when }*
why-head-attempt = *Primer intento antes del { $when }*
why-head-qualify = *Cualificarlo o devolverlo antes del { $when }*
why-agreed = Acordado: { $limit }.
why-agreed-in = Acordado: { $limit }, en «{ $policy }», versión { $version }.
why-carried = Quien lo llevaba antes había gastado { $used }. Eso sigue gastado.
why-paused = En pausa desde el { $when }. Cuando se reanude, el plazo se alarga lo que haya durado la pausa.
why-started = Empezó el { $when }.
why-counted = *Lo que cuenta* (horario laboral, hora de { $zones })
why-part = { $when }: { $span }
why-nothing-counted = Nada todavía
why-more-counted = … y { $count } tramos más: { $span }
why-sum = = { $span }, así que vence el *{ $when }*.
why-sum-days = = { $span } en total; en un plazo por días, cada tramo cuenta como su parte de la jornada. Vence el *{ $when }*.
why-skipped = *Lo que no cuenta*
why-skipped-pause = { $when }: en pausa
why-skipped-time_off = { $when }: ausencia
why-skipped-closed = { $when }: no es día laborable
why-skipped-holiday = { $when }: festivo, { $name }
why-skipped-outside_hours = Las noches y los descansos de la jornada
why-breached = Con retraso desde el { $when }. El tiempo sigue contando.
why-none = { $title } no tiene ahora ningún plazo en marcha: { $state }

limit-days = { $count ->
    [one] 1 día laborable
   *[other] { $count } días laborables
}
limit-clock = { $span } de reloj
limit-hours = { $count ->
    [one] 1 hora laborable
   *[other] { $count } horas laborables
}
limit-minutes = { $count ->
    [one] 1 minuto laborable
   *[other] { $count } minutos laborables
}

route-goes-account_owner = Le llegaría a { $owner }: lleva la cuenta.
route-goes-account_backup = Le llegaría a { $owner }: quien lleva la cuenta no está, y le sustituye.
route-goes-rule = Le llegaría a { $owner }: lo dice una regla de territorio, segmento u origen.
route-goes-rotation = Le llegaría a { $owner }: le toca el turno.
route-goes-chosen = Le llega a { $owner }: así lo has elegido.
route-goes-nobody = Ahora mismo nadie puede cogerlo. Se guardaría y se avisaría a quien dirige ventas.
route-for = *{ $title }*
route-no-account = Todavía no hay ninguna cuenta con este nombre, así que deciden las reglas y los turnos.
route-skipped-left = { $person } ya no está o no tiene horario
route-skipped-away = { $person } no está estos días
route-skipped-at_cap = { $person } tiene todos los traspasos que admite
route-skipped-off_hours = { $person } está fuera de su horario
route-skipped-just_missed = { $person } dejó caducar uno, así que otros van antes
route-skipped-excluded = { $person } lo devolvió o lo dejó caducar
route-skipped-later_turn = A { $person } le toca más tarde
route-ask = ¿De qué empresa? Por ejemplo: `{ $command } ruta Acme`

notice-yours = { $title }: { $deadline }
notice-waiting = { $title } lleva esperando desde el { $when } y no hay nadie a quien pedir que se lo dé a otra persona. ¿Quién puede quedárselo?
notice-late-accept = { $title }: { $owner } todavía no lo ha aceptado. Tocaba el { $when }.
notice-late-attempt = { $title }: { $owner } todavía no ha intentado contactar. Tocaba el { $when }.
notice-late-qualify = { $title }: { $owner } todavía no lo ha cualificado ni devuelto. Tocaba el { $when }.
notice-then-manager = Puedes dárselo a otra persona.
notice-then-backup = Eres su suplente: puedes quedártelo.
notice-list = { $count ->
    [one] Un traspaso espera respuesta
   *[other] { $count } traspasos esperan respuesta
}
notice-transferred = { $count ->
    [one] Un traspaso es tuyo a partir de ahora
   *[other] { $count } traspasos son tuyos a partir de ahora
}
notice-transferred-from = De { $person }. A cada uno le queda el tiempo que le quedaba.
notice-transferred-more = y { $count ->
    [one] uno más
   *[other] { $count } más
}. `/lazo traspaso míos` muestra lo que vence antes; `/lazo traspaso estado Acme`, el de una empresa.
notice-standing = { $title } está en pausa desde el { $when } ({ $reason }). *Reanudar* lo pone otra vez en marcha. No te lo recordaré más.
notice-standing-list = { $count ->
    [one] Un traspaso lleva una semana o más en pausa
   *[other] { $count } traspasos llevan una semana o más en pausa
}
notice-standing-line = { $title }: en pausa desde el { $when } ({ $reason })
notice-unrouted = Ahora mismo nadie puede coger { $title }, así que { $owner } se encarga hasta que alguien lo lleve.
notice-expired = { $title }: { $owner } no respondió a tiempo y ya no lo lleva.
notice-returned-recycle = { $owner } devuelve { $title }: *{ $reason }*. Te volveremos a preguntar el { $when }.
notice-returned-reroute = { $owner } dice que { $title } es para otra persona: *{ $reason }*.
notice-returned-disqualify = { $owner } ha descartado { $title }: *{ $reason }*.
notice-returned-list = { $count ->
    [one] Ventas ha devuelto un lead
   *[other] Ventas ha devuelto { $count } leads
}
notice-recycle = Hoy toca volver a mirar { $title }. Lo llevó por última vez { $owner }.
notice-dropped = { $title }: se queda así. No te volveremos a preguntar.
notice-recycle-done = { $title } se ha ofrecido otra vez.
notice-moved = El plazo de { $title } se ha movido porque { $because }. { $deadline }
moved-calendar = ha cambiado tu horario
moved-holidays = han cambiado los festivos de la empresa
moved-time_off = han cambiado tus ausencias
moved-zone = ha cambiado tu zona horaria

handoff-mine-none = No tienes traspasos abiertos. Lo que te pase marketing aparece aquí y en la conversación de Lazo.
handoff-mine-title = { $count ->
    [one] Tu traspaso abierto
   *[other] Tus { $count } traspasos abiertos
}
handoff-team-none = Tu equipo no tiene traspasos abiertos.
handoff-team-nobody = Todavía no eres responsable de nadie, así que no hay equipo que mostrar. Los tuyos: `{ $command } míos`
handoff-team-title = { $count ->
    [one] El traspaso abierto de tu equipo
   *[other] Los { $count } traspasos abiertos de tu equipo
}
handoff-late-none = Nada va con retraso. Los tuyos: `{ $command } míos`
handoff-late-title = { $count ->
    [one] Un traspaso va con retraso
   *[other] { $count } traspasos van con retraso
}
handoff-count-state = { $state }: { $count }
handoff-count-late = con retraso: { $count }
handoff-count-paused = en pausa: { $count }
handoff-list-paused = en pausa
handoff-list-no-deadline = sin plazo
handoff-list-late = :red_circle: { $what }: tocaba el { $when }
handoff-list-due = { $what } antes del { $when }
owed-accept = aceptar
owed-attempt = primer intento
owed-qualify = cualificar
handoff-status-ask = ¿De qué empresa? Por ejemplo: `{ $command } estado Acme`
handoff-status-none = No conozco ningún lead de «{ $name }». Para traspasar uno: `{ $command } { $name }, Laura Pérez laura@acme.es: preguntó por los precios`
handoff-status-title = Leads de «{ $name }»
handoff-status-lead = *{ $title }* · sin traspasar todavía
handoff-unclear = No conozco «{ $typed }», así que no se ha traspasado nada. ¿Querías decir `{ $again }`?
handoff-unclear-example = Para traspasar un lead, di la empresa y por qué, por ejemplo: `{ $command } Acme, Laura Pérez laura@acme.es pide demo: preguntó por los precios`. O abre el formulario con lo que has escrito:
handoff-help = Pasa un lead a ventas y mira cómo va.
    • `{ $command } Acme, Laura Pérez laura@acme.es pide demo: preguntó por los precios @tom` lo traspasa al momento; sin nombre le llega a quien lleva la cuenta o a quien le toque el turno
    • `{ $command }` abre el formulario
    • `{ $command } míos` enumera los tuyos · `{ $command } equipo` los de tu equipo · `{ $command } tarde` lo que va con retraso
    • `{ $command } estado Acme` muestra cómo va · `{ $command } porque Acme` explica el plazo · `{ $command } ruta Acme` dice a quién le llegaría
    • `{ $command } pasar @tom` da todos los tuyos a otra persona

command-handoff-description = Pasa un lead a ventas; mira los tuyos, lo que va con retraso y por qué
command-handoff-usage = [Acme, Laura Pérez laura@acme.es pide demo: preguntó por los precios @tom | míos | tarde | estado Acme]
command-handoff-help = • `/lazo traspaso Acme, Laura Pérez laura@acme.es pide demo: preguntó por los precios` traspasa un lead
    • `/lazo traspaso` abre un formulario · `/lazo traspaso míos` enumera los tuyos · `/lazo traspaso porque Acme` explica un plazo
shortcut-hand-over = Traspasar un lead
shortcut-hand-over-description = Pasa a ventas un lead del que se habla aquí

policyname-demo_request = Petición de demo
policyname-pricing_request = Petición de precio
policyname-tier_1 = Cuentas de nivel 1
policyname-content = Contenido
policyname-standard = MQL estándar

handoff-tries-in-vain = { $count } intentos sin respuesta. Si prefieres dejarlo reposar, pulsa *Devolver…* y elige «{ $reason }»: a marketing se le pregunta otra vez más adelante.
handoff-home-team = *Tu equipo:* { $count ->
    [one] un lead abierto
   *[other] { $count } leads abiertos
}, { $late ->
    [0] ninguno con retraso
    [one] uno con retraso
   *[other] { $late } con retraso
}. `/lazo traspaso equipo` los muestra.
handoff-home-given = { $count ->
    [one] *Traspasaste un lead*
   *[other] *Traspasaste { $count } leads*
} en los últimos { $days } días: { $became }.
