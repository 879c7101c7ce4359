review-form-title = Revisar una oportunidad
review-form-title-edit = Editar revisión
review-form-deal = ¿Qué oportunidad?
review-form-deal-placeholder = Escribe una empresa o una oportunidad
review-form-deal-hint = Mejor una oportunidad: así se ven todas sus visiones juntas.
review-form-outcome = ¿Cómo acabó?
review-form-lost-how = Por ahora solo consta «perdida». ¿Ante un competidor, sin decisión o de otra forma?
review-form-choose = Elige uno
review-form-choose-some = Elige hasta { $count }
review-form-primary-won = ¿Qué lo decidió más que nada?
review-form-primary-lost = ¿Qué pesó más en contra?
review-form-contributing = ¿Qué más influyó?
review-form-reasons-follow = Los motivos para elegir dependen de cómo acabó.
review-form-no-reasons = Aún no se sabe cómo acabó, así que no se pide motivo. Con *Editar* lo añades más tarde.
review-form-competitor = Competidor
review-form-swung_it = ¿Qué inclinó la balanza, o la habría inclinado?
review-form-swung_it-hint = Con una frase basta. Va de la oportunidad, no del trabajo de nadie.
review-form-buyer_words = Con las palabras del comprador
review-form-buyer_words-hint = Hasta donde recuerdes; se guarda tal cual.
review-form-helpful_content = Contenido que ayudó
review-form-helpful_content-hint = Un caso de éxito, una calculadora, una página…
review-form-lesson = ¿Qué le dirías a quien venga detrás?
review-form-lesson-hint = Para quien se encuentre con lo mismo.
review-form-perspective = ¿De quién es esta visión?
review-form-perspective-hint = Ventas, responsable y comprador pueden dar cada uno la suya; se ven juntas.
review-form-kept = *{ $field }*: es demasiado largo para este formulario y se queda como está:
review-form-heard = Lo que ya se ha oído en esta cuenta, por si te ayuda a recordar:
review-form-heard-line = { $theme }: «{ $quote }» ({ $day })
review-form-worked-line = Ya funcionó: { $argument }
review-option-account = { $name } (cuenta)
review-option-name = «{ $name }», solo como nombre

outcome-open = Abierta
outcome-won = Ganada
outcome-lost_competitor = Perdida ante un competidor
outcome-lost_no_decision = Perdida, sin decisión
outcome-lost_other = Perdida
outcome-churned = Cliente que se va
outcome-unknown = No se sabe
review-lost-otherwise = Perdida, de otra forma

lossreason-price = Precio
lossreason-budget = Presupuesto
lossreason-product_gap = Falta una funcionalidad
lossreason-competitor = Un competidor mejor
lossreason-incumbent = Sigue con su proveedor actual
lossreason-in_house = Lo desarrolla internamente
lossreason-priority = No es prioridad
lossreason-timing = No era el momento
lossreason-no_champion = Sin quien lo impulse dentro
lossreason-risk = Riesgo, seguridad o legal
lossreason-sales_process = Nuestro proceso de venta
lossreason-unresponsive = Dejó de responder
lossreason-poor_fit = No encajaba
lossreason-other = Otro

winreason-product_fit = Encaje del producto
winreason-value = Relación calidad-precio
winreason-trust = Confianza y referencias
winreason-sales_experience = Trato de ventas
winreason-implementation = Implantación
winreason-relationship = Relación
winreason-content = Contenido
winreason-other = Otro

perspective-rep = Ventas
perspective-manager = Responsable
perspective-buyer = Comprador

dealtype-new = cliente nuevo
dealtype-renewal = renovación
dealtype-expansion = ampliación

review-error-no-deal = Di de qué oportunidad o empresa se trata.
review-error-no-end = Di cómo acabó.
review-error-no-reason = Elige el motivo que más pesó.
review-error-other-family = Ese motivo no encaja con cómo acabó. Elige uno de la lista o cambia cómo acabó.
review-error-not-with-outcome = Ese motivo dice que acabó de otra forma. Elige otro o cambia cómo acabó.
review-error-same-twice = El motivo principal también está aquí. Déjalo en un solo sitio.
review-error-too-many = Tres como mucho: los que de verdad contaron.
review-error-no-competitor = ¿Ante quién se perdió? Di el competidor o elige otro final.
review-error-other-says-nothing = Con «Otro», añade una línea que diga qué inclinó la balanza.

review-saved = Guardada
review-saved-again = Ya la habías guardado hace un momento; cuenta una sola vez
review-updated = Cambiada
review-restored = Recuperada
review-withdrawn = Deshecho. Ya no cuenta en ningún sitio.
review-restore = Recuperarla
review-of-deal = Oportunidad: { $deal }
review-deal-open = Una visión no cierra la oportunidad: esta sigue abierta. `/lazo cierre cerrar { $name }` la cierra.
review-deal-unnamed = Oportunidad sin nombre
review-unknown-yet = Aún no has dicho cómo acabó. Con *Editar* lo añades, con los motivos, cuando lo sepas.
review-unknown-account = Todavía no hay ninguna cuenta «{ $name }». La revisión queda guardada con ese nombre.
review-lost-to = Perdida ante { $competitor }
review-won-against = frente a { $competitor }
review-competitor = también estaba { $competitor }
review-primary = sobre todo: { $reason }
review-also = además: { $reasons }
review-said-swung_it = Qué inclinó la balanza
review-said-buyer_words = Con las palabras del comprador
review-said-helpful_content = Contenido que ayudó
review-said-lesson = Aprendizaje
review-open-page = Ver la oportunidad
review-views-differ = Las visiones de esta oportunidad no coinciden; merece una charla:
review-views-agree = Todas las visiones coinciden en cómo acabó, el motivo principal y el competidor.
review-views-all-name = Todas mencionan: { $reasons }
review-difference = { $field }: { $said }
review-difference-said = { $who } «{ $what }»
review-not-said = no lo dice
review-field-outcome = Cómo acabó
review-field-primary = Motivo principal
review-field-contributing = Además
review-field-competitor = Competidor

review-help = Revisa las oportunidades cerradas, también las ganadas, en un minuto y medio.
    • `{ $command } Acme: perdida ante HubSpot, precio` la guarda al momento
    • `{ $command } Acme` abre el formulario con lo que se sabe de su oportunidad · `{ $command }` lo abre vacío
    • `{ $command } lista perdidas este trimestre` muestra revisiones · `{ $command } lista mías` las tuyas · añade cualquier palabra para buscarla
    • `{ $command } oportunidad Acme` es su página: todas las visiones juntas, objeciones y lo que funcionó
    • `{ $command } pendientes` enumera lo que espera revisión · `{ $command } cerrar Acme ganada` cierra una oportunidad · `{ $command } reabrir Acme` la reabre
review-unclear = No conozco la palabra «{ $word }» ni hay cuenta u oportunidad que se llame así, y no se ha guardado nada. ¿Querías decir `{ $again }`?
review-unclear-example = Para revisar una oportunidad, di cómo acabó, por ejemplo: `{ $command } Acme: perdida ante HubSpot, precio`
review-unclear-keep = Revisar «{ $name }»
review-line-two-ends = La línea dice dos finales a la vez, ganada y perdida, así que aún no se ha guardado nada. Elige cómo acabó; lo demás ya está puesto.
review-line-stranger = «{ $reason }» no encaja con «{ $outcome }», así que aún no se ha guardado nada. Elige el motivo o cambia cómo acabó; lo demás ya está puesto.
review-line-lacks = Aún no se ha guardado nada. { $what } Lo demás que has escrito ya está puesto.
review-line-look = Aún no se ha guardado nada. Échale un vistazo y guarda.
review-form-lost = Slack no ha abierto el formulario a tiempo y no se ha guardado nada. Prueba otra vez o escríbelo en una línea: `{ $command } Acme: perdida ante HubSpot, precio`
review-edit-lost = Slack no ha abierto el formulario a tiempo. No ha cambiado nada; pulsa el botón otra vez.
review-not-author = Solo puede cambiarla quien la dio. Da la tuya: se verá junto a esta.
review-given-elsewhere = Ya has dado tu opinión de esa oportunidad desde ese lado, así que no se ha cambiado nada. Cambia mejor aquella.
review-stale = Esta revisión ha cambiado mientras la editabas, así que tu cambio *no* se ha guardado. Así está ahora; debajo tienes lo que escribiste. *Guardar* pone lo tuyo en su lugar.
review-given-before = Ya habías dado tu visión de esta oportunidad, así que no se ha guardado nada nuevo. Aquí la tienes, con lo que acabas de escribir: *Guardar* la cambia.

review-list-recent = de los últimos { $days } días
review-list-with = con «{ $words }» de los últimos { $days } días
review-list-title = { $count ->
    [one] Una revisión { $what }
   *[other] { $count } revisiones { $what }
}
review-list-none = No hay revisiones { $what }. Prueba con más tiempo, por ejemplo: `{ $command } lista 365 días`
review-list-count = { $outcome }: { $count }
review-list-side = { $side }, { $day }
review-list-newest = Estas son las { $count } más nuevas. Acota un poco, por ejemplo: `{ $command } lista perdidas hubspot 90 días`

review-page-title = La oportunidad
review-page-which = ¿Qué oportunidad? Por ejemplo: `{ $command } oportunidad Acme`
review-page-none = No conozco ninguna oportunidad, ni cuenta con oportunidades, que se llame «{ $name }». Para revisarla de todos modos: `{ $command } { $name }:`
review-page-like = Ninguna oportunidad se llama exactamente «{ $name }». ¿Es una de estas?
review-page-others = Otras oportunidades con ese nombre:
review-page-took = { $days ->
    [one] estuvo abierta un día
   *[other] estuvo abierta { $days } días
}
review-page-closings = cerrada { $count } veces
review-page-add = Dar mi visión
review-page-no-views = Aún nadie ha dicho qué inclinó la balanza.
review-page-views = { $count ->
    [one] *Una visión de esta oportunidad*
   *[other] *{ $count } visiones de esta oportunidad*
}
review-page-earlier = Cuando se cerró antes, el { $day }
review-page-while-open = Lo que se dijo mientras seguía abierta
review-page-heard = *Lo que se ha oído en esta cuenta*
review-page-worked = *Argumentos que ya funcionaron*

review-notice-list = { $count ->
    [one] Una nueva revisión de cierre
   *[other] { $count } nuevas revisiones de cierre
}
review-notice-by = { $side }: la visión de { $author }
