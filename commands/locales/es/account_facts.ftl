# What is known of an account.
facts-edit = Editar…
facts-title = Sobre la cuenta
facts-relation = ¿Ya es cliente?
facts-by-deals = Según sus oportunidades: cliente si ganamos alguna
facts-segment = Segmento
facts-segment-hint = Como en tus reglas de reparto, por ejemplo: Mediana empresa
facts-territory = Región
facts-territory-hint = Como en tus reglas de reparto, por ejemplo: Norte
facts-renewal = Renovación
facts-renewal-hint = El resumen la menciona desde 90 días antes.
facts-tier = nivel { $tier }
facts-renews = { $count ->
    [0] *renueva hoy*
    [one] *renueva mañana* ({ $day })
   *[other] renueva el { $day }, dentro de { $count } días
}
facts-renewal-passed = { $count ->
    [one] :warning: la renovación era ayer ({ $day })
   *[other] :warning: la renovación era el { $day }, hace { $count } días
}
facts-list-buyer = Comité de compra
facts-list-signal = Señales de interés
facts-open-buyer = Personas…
facts-open-signal = Señales…
facts-new-buyer = Añadir persona…
facts-new-signal = Añadir señal…
facts-nobody = aún no conocemos a nadie
facts-none = ninguna todavía
facts-no-signals = Ninguna todavía: añade qué está mirando la cuenta.
gap-champion = falta un promotor interno
gap-economic_buyer = falta el decisor económico
gap-technical_evaluator = falta el evaluador técnico
facts-act-edit = Editar…
facts-act-remove = Quitar
facts-buyer-title = Quién decide
facts-name = Nombre
facts-job = A qué se dedica
facts-job-hint = Su cargo, por ejemplo: directora financiera
facts-role = Papel en la decisión
facts-signal-title = Señal de interés
facts-topic = ¿Qué está mirando la cuenta?
facts-topic-hint = Por ejemplo: migrar desde HubSpot
facts-seen = ¿Cuándo se vio?
facts-source = ¿Dónde se vio?
facts-source-hint = Por ejemplo: página de precios, webinar, G2
facts-saved = Guardado
facts-removed = Quitado
facts-stale = Alguien lo cambió antes que tú: así está ahora
facts-members-only = Lo que se sabe de una cuenta solo lo cambian los miembros de pleno derecho de este espacio de trabajo, así que no ha cambiado nada. Pídeselo a alguien de tu equipo.
facts-error-long = Es demasiado largo: una línea, por favor.
facts-error-name = Escribe el nombre de la persona.
facts-error-role = Elige su papel en la decisión.
facts-error-known = Ya hay alguien con este nombre en el comité de compra.
facts-error-many = Ya hay 40 personas en el comité de compra. Quita antes a alguien.
facts-error-topic = Escribe qué está mirando.
facts-error-future = Ese día aún no ha llegado.
facts-error-old = De eso hace más de dos años: no dice nada de hoy.
facts-error-past = Ese día ya ha pasado. ¿Cuándo es la próxima renovación?
facts-error-far = Faltan más de diez años. Mira bien el año.
facts-error-stale = Alguien lo cambió antes que tú, así que lo tuyo no se ha guardado. Cierra el formulario y vuelve a abrirlo.
history-open = Historial…
history-title = Historial
history-nothing = Todavía no hay nada anotado.
history-older = Las últimas { $count } entradas. El registro de la base de datos las guarda todas.
history-account_created = creó la cuenta
history-account_owners_named = cambió quién la lleva o el enlace al CRM
history-account_merged = unión: { $what }
history-account_merge_undone = deshizo una unión
history-account_facts_changed = { $what }
history-account_commented = la comentó
history-account_confirmed = la confirmó para la revisión
history-stage_changed = fase { $what }
history-meeting_logged = reunión el { $what }
history-step_added = se comprometió a: { $what }
history-step_changed = cambió un compromiso: { $what }
history-step_done = hecho: { $what }
history-step_dropped = descartado: { $what }
history-buyer_added = comité de compra: { $what }, nuevo
history-buyer_changed = comité de compra: { $what }, cambio
history-buyer_removed = comité de compra: { $what }, fuera
history-signal_added = señal: { $what }, nueva
history-signal_changed = señal: { $what }, cambio
history-signal_removed = señal: { $what }, fuera
facts-tier-label = Nivel
facts-tier-hint = Cuánto le dedican los dos equipos: el 1 es el que más recibe. Los plazos de respuesta pueden depender de él.
facts-no-tier = ninguno
facts-tier-choice = Nivel { $tier }
