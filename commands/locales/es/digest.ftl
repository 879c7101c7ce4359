# The weekly digest.
digest-title = Resumen semanal · semana { $week } de { $year }
digest-notification = Resumen semanal, semana { $week } de { $year }: { $objections }, { $mqls }
digest-range = { $first } – { $last } { $year } · hora de { $tz }
digest-late = *Este resumen llega tarde:* tocaba el { $due } y sale { $delay } después, porque Lazo no estaba en marcha.
digest-delay-minutes = { $n ->
    [one] { $n } minuto
   *[other] { $n } minutos
}
digest-delay-hours = { $n ->
    [one] { $n } hora
   *[other] { $n } horas
}
digest-delay-days = { $n ->
    [one] { $n } día
   *[other] { $n } días
}
digest-count-objections = { $n ->
    [one] { $count } objeción
   *[other] { $count } objeciones
}
digest-count-mqls = { $count } MQL
digest-summary-line = *{ $what }* · { $trend }
digest-empty = Semana tranquila: ni objeciones ni MQL nuevos. Media de las cuatro semanas anteriores: { $objections } en objeciones, { $mqls } en MQL.
digest-line = { $count } · { $trend }
digest-trend-up = ↑ sube: antes { $mean } por semana
digest-trend-down = ↓ baja: antes { $mean } por semana
digest-trend-same = → más o menos igual (antes { $mean } por semana)
digest-trend-new = ★ novedad: nada en las cuatro semanas anteriores
digest-trend-none = nada tampoco en las cuatro semanas anteriores
digest-compared = «Antes» es la media de las cuatro semanas anteriores a esta.

digest-objections = *Objeciones por tema*
digest-chart-objections = Objeciones por tema
digest-quote = en { $account }, { $day }:
digest-quote-somewhere = el { $day }:
digest-worked = Lo que funcionó:
digest-argument = en { $account }, { $day }
digest-argument-somewhere = el { $day }

digest-mqls-below = Los *MQL por origen* están en la tabla del final.
digest-chart-mqls = MQL por origen
digest-column-source = Origen
digest-series-week = Esta semana
digest-series-mean = Media de 4 semanas
digest-total = Todos los orígenes
digest-no-source = (sin origen)
digest-others = y { $n } más

digest-conversion = *Conversión por origen*: MQL que eran clientes al final de esta semana
    Cohorte del { $first } { $first_year } al { $last } { $last_year }, la última con 90 días o más para cerrar
digest-rate = { $rate } ({ $won } de { $n })
digest-rate-few = n = { $n }, muy pocos para dar un porcentaje
digest-immature = { $n ->
    [one] El MQL de esta semana es una cohorte inmadura: sin porcentaje hasta el { $day } { $year }.
   *[other] Los { $count } MQL de esta semana son una cohorte inmadura: sin porcentaje hasta el { $day } { $year }.
}

digest-win-loss = { $n ->
    [one] *Ganadas y perdidas* · una oportunidad revisada
   *[other] *Ganadas y perdidas* · { $count } oportunidades revisadas
}
digest-won-for = • Ganadas (n = { $n }), sobre todo por: { $reasons }
digest-not-won-for = • Perdidas o bajas (n = { $n }), sobre todo por: { $reasons }
digest-lesson = Un aprendizaje
digest-helped = Contenido que ayudó
digest-learned-at = de { $account }, { $won ->
    [won] ganada
   *[other] no ganada
 }, { $day }:
digest-learned-somewhere = de una oportunidad { $won ->
    [won] ganada
   *[other] no ganada
 }, { $day }:

digest-unanswered = { $count ->
    [one] Una cosa que ventas pidió a marketing sigue sin respuesta: { $accounts }.
   *[other] { $count } cosas que ventas pidió a marketing siguen sin respuesta: { $accounts }.
}
digest-unreviewed = { $count ->
    [one] Una oportunidad cerrada sigue sin revisión: { $deals }. Noventa segundos con `/lazo cierre`, de cualquiera que sepa cómo fue.
   *[other] { $count } oportunidades cerradas siguen sin revisión: { $deals }. Noventa segundos por cada una con `/lazo cierre`, de cualquiera que sepa cómo fueron.
}

# Common sources; any other is shown as it came.
source-organic_search = búsqueda orgánica
source-paid_search = búsqueda de pago
source-direct_traffic = tráfico directo
source-social = redes sociales
source-email = correo
source-referral = recomendación
source-display = display
source-event = evento
source-webinar = webinar
source-other = otro
source-other_publicities = otra publicidad
source-unknown = desconocido

# /digest
digest-this-conversation = esta conversación
digest-this-channel = este canal
digest-posted = El resumen de la semana { $week } de { $year } ya va camino de { $channel }.
digest-already-posted = El resumen de la semana { $week } de { $year } ya se publicó en { $channel } el { $at }, así que ahora no se ha publicado nada.
digest-post-again = Publicar otra vez
digest-stands = { $channel } recibe el resumen cada { $weekday } a las { $time } ({ $tz }), en { $language }. El próximo: *{ $next }*.
digest-none-here = Aquí no hay ningún resumen programado.
digest-elsewhere = También programado en: { $channels }
digest-help =
    • `{ $command } vista previa` te enseña solo a ti lo que saldría aquí ahora
    • `{ $command } ahora` publica aquí el resumen de la última semana
    • `{ $command } programar` decide cuándo llega por sí solo; `{ $command } programar no` lo quita
digest-stopped = Hecho: no habrá más resúmenes semanales en { $channel }. Con `{ $command } programar` vuelven.
digest-not-scheduled = En { $channel } no había ningún resumen programado, así que no había nada que quitar.
digest-unclear = No conozco «{ $typed }», así que no se ha hecho nada. Esto es lo que conozco:
digest-unclear-nearest = No conozco «{ $typed }», así que no se ha hecho nada. ¿Querías decir `{ $command } { $nearest }`?
digest-not-there = Lazo todavía no está en { $channel }, así que no puede publicar ahí. Escribe allí `/invite @Lazo` y prueba otra vez.
digest-shared = Otras organizaciones pueden leer { $channel }, así que ahí no va ningún resumen. Elige un canal interno.
digest-archived = No se puede publicar en { $channel } porque está archivado. Elige otro.
digest-undelivered = *El resumen no ha llegado a { $channel }.*
digest-undelivered-other = Slack no lo acepta. Quien administra Lazo encuentra el motivo con { $id }.
digest-undelivered-then = Cuando esté arreglado, `/lazo resumen ahora` en el canal publica el de la semana; `/lazo resumen parar` lo quita. Te avisamos una vez, no cada semana.
digest-form-lost = Slack no ha abierto el formulario a tiempo. Prueba otra vez: `{ $command } programar`

digest-form-title = Resumen semanal
digest-form-intro = Un mensaje a la semana sobre la que acabó el domingo: objeciones, MQL y conversión.
digest-field-channel = Canal
digest-field-weekday = Día
digest-field-time = Hora
digest-field-zone = Zona horaria
digest-field-zone-hint = Basta con una ciudad, como Madrid o Ciudad de México. La semana se corta a medianoche de allí.
digest-field-language = Idioma del resumen
digest-scheduled = Guardado. { $channel } recibe el resumen cada { $weekday } a las { $time } ({ $tz }), en { $language }. El próximo: *{ $next }*.
digest-error-no-channel = Elige un canal.
digest-error-no-weekday = Elige un día.
digest-error-no-time = Elige una hora, por ejemplo 09:00.
digest-error-no-language = Elige un idioma.
digest-error-zone = No conozco esta zona horaria. Prueba con una ciudad, como Madrid o Ciudad de México.
digest-error-zone-near = No conozco esta zona horaria. ¿Querías decir { $near }?
digest-weekday-0 = lunes
digest-weekday-1 = martes
digest-weekday-2 = miércoles
digest-weekday-3 = jueves
digest-weekday-4 = viernes
digest-weekday-5 = sábado
digest-weekday-6 = domingo
digest-language-en = inglés
digest-language-es = español (España)
digest-language-es-MX = español (México)
digest-not-heard = Se oyeron en las cuatro semanas anteriores y esta no: { $themes }
digest-cut = Aquí no ha cabido todo: lo demás está en `/lazo calidadlead orígenes`, `/lazo cierre lista` y `/lazo cuenta`.
