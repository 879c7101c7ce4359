# Only what differs from Spanish of Spain.
review-form-no-reasons = Todavía no se sabe cómo terminó, así que no se pide motivo. Con *Editar* lo agregas más tarde.
review-form-outcome = ¿Cómo terminó?
review-form-reasons-follow = Los motivos para elegir dependen de cómo terminó.
review-form-lesson = ¿Qué le dirías a quien siga?
review-form-heard = Lo que ya se oyó en esta cuenta, por si te ayuda a recordar:
winreason-value = Buena relación costo-beneficio
winreason-implementation = Implementación
review-error-no-end = Di cómo terminó.
review-error-other-family = Ese motivo no va con cómo terminó. Elige uno de la lista o cambia cómo terminó.
review-error-not-with-outcome = Ese motivo dice que terminó de otra forma. Elige otro o cambia cómo terminó.
review-error-other-says-nothing = Con «Otro», agrega una línea que diga qué inclinó la balanza.
review-error-same-twice = El motivo principal también está aquí. Déjalo en un solo lugar.
review-field-outcome = Cómo terminó
review-withdrawn = Deshecho. Ya no cuenta en ningún lado.
review-unknown-yet = Todavía no dices cómo terminó. Con *Editar* lo agregas, con los motivos, cuando lo sepas.
review-views-agree = Todas las visiones coinciden en cómo terminó, el motivo principal y el competidor.
review-views-differ = Las visiones de esta oportunidad no coinciden; vale la pena platicarlo:
review-unclear = No conozco la palabra «{ $word }» ni hay cuenta u oportunidad que se llame así, y no se guardó nada. ¿Quisiste decir `{ $again }`?
review-unclear-example = Para revisar una oportunidad, di cómo terminó, por ejemplo: `{ $command } Acme: perdida ante HubSpot, precio`
review-help = Revisa las oportunidades cerradas, también las ganadas, en un minuto y medio.
    • `{ $command } Acme: perdida ante HubSpot, precio` la guarda al momento
    • `{ $command } Acme` abre el formulario con lo que se sabe de su oportunidad · `{ $command }` lo abre vacío
    • `{ $command } lista perdidas este trimestre` muestra revisiones · `{ $command } lista mías` las tuyas · agrega cualquier palabra para buscarla
    • `{ $command } oportunidad Acme` es su página: todas las visiones juntas, objeciones y lo que funcionó
    • `{ $command } pendientes` enumera lo que espera revisión · `{ $command } cerrar Acme ganada` cierra una oportunidad · `{ $command } reabrir Acme` la reabre
review-line-two-ends = La línea dice dos finales a la vez, ganada y perdida, así que todavía no se guardó nada. Elige cómo terminó; lo demás ya está puesto.
review-line-stranger = «{ $reason }» no va con «{ $outcome }», así que todavía no se guardó nada. Elige el motivo o cambia cómo terminó; lo demás ya está puesto.
review-line-lacks = Todavía no se guardó nada. { $what } Lo demás que escribiste ya está puesto.
review-line-look = Todavía no se guardó nada. Dale una revisada y guarda.
review-form-lost = Slack no abrió el formulario a tiempo y no se guardó nada. Intenta de nuevo o escríbelo en una línea: `{ $command } Acme: perdida ante HubSpot, precio`
review-edit-lost = Slack no abrió el formulario a tiempo. No cambió nada; presiona el botón otra vez.
review-stale = Esta revisión cambió mientras la editabas, así que tu cambio *no* se guardó. Así está ahora; abajo tienes lo que escribiste. *Guardar* pone lo tuyo en su lugar.
review-given-before = Ya habías dado tu visión de esta oportunidad, así que no se guardó nada nuevo. Aquí la tienes, con lo que acabas de escribir: *Guardar* la cambia.
review-list-none = No hay revisiones { $what }. Intenta con más tiempo, por ejemplo: `{ $command } lista 365 días`
review-page-no-views = Todavía nadie dice qué inclinó la balanza.
review-page-heard = *Lo que se oyó en esta cuenta*
perspective-manager = Gerencia
review-form-perspective-hint = Ventas, gerencia y comprador pueden dar cada uno la suya; se ven juntas.
review-given-elsewhere = Ya diste tu opinión de esa oportunidad desde ese lado, así que no se cambió nada. Mejor cambia aquella.
