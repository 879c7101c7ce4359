# The weekly digest.
digest-title = Resumen semanal · semana { $week } de { $year }
digest-title-month = Resumen mensual · { $month }
digest-name-week = la semana { $week } de { $year }
digest-notification = Resumen semanal, semana { $week } de { $year }: { $counts }
digest-notification-month = Resumen mensual, { $month }: { $counts }
digest-moved = El { $weekday } { $day } fue festivo ({ $name }), así que este resumen sale el siguiente día laborable.
digest-range = { $first } – { $last } { $year } · hora de { $tz }
digest-range-years = { $first } { $first_year } – { $last } { $year } · hora de { $tz }
digest-late = *Este resumen llega tarde:* tocaba el { $due } y sale { $delay } después, porque Lazo no estaba en marcha.
digest-late-kept = *Este resumen llega tarde:* tocaba el { $due } y sale { $delay } después, porque hasta ahora Lazo no podía publicar aquí.
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
digest-empty = { $stretch ->
    [month] Mes tranquilo: ni objeciones ni MQL nuevos. Media de los cuatro meses anteriores: { $objections } en objeciones, { $mqls } en MQL.
   *[other] Semana tranquila: ni objeciones ni MQL nuevos. Media de las cuatro semanas anteriores: { $objections } en objeciones, { $mqls } en MQL.
}
digest-empty-scoped = { $stretch ->
    [month] Mes tranquilo: nada que contar en las secciones que recibe este canal.
   *[other] Semana tranquila: nada que contar en las secciones que recibe este canal.
}
digest-line = { $count } · { $trend }
digest-trend-up = ↑ sube: antes { $mean } por { $stretch ->
    [month] mes
   *[other] semana
 }
digest-trend-down = ↓ baja: antes { $mean } por { $stretch ->
    [month] mes
   *[other] semana
 }
digest-trend-same = → más o menos igual (antes { $mean } por { $stretch ->
    [month] mes
   *[other] semana
 })
digest-trend-new = ★ novedad: nada en { $stretch ->
    [month] los cuatro meses anteriores
   *[other] las cuatro semanas anteriores
 }
digest-trend-none = nada tampoco en { $stretch ->
    [month] los cuatro meses anteriores
   *[other] las cuatro semanas anteriores
 }
digest-compared = «Antes» es la media de { $stretch ->
    [month] los cuatro meses anteriores
   *[other] las cuatro semanas anteriores
 } a { $stretch ->
    [month] este
   *[other] esta
 }.

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
digest-series-week = { $stretch ->
    [month] Este mes
   *[other] Esta semana
 }
digest-series-mean = Media de 4 { $stretch ->
    [month] meses
   *[other] semanas
 }
digest-total = Todos los orígenes
digest-no-source = (sin origen)
digest-others = y { $n } más

digest-conversion = *Conversión por origen*: MQL que eran clientes al final de { $stretch ->
    [month] este mes
   *[other] esta semana
 }
    Cohorte del { $first } { $first_year } al { $last } { $last_year }, la última con 90 días o más para cerrar
digest-rate = { $rate } ({ $won } de { $n })
digest-rate-few = n = { $n }, muy pocos para dar un porcentaje
digest-immature = { $n ->
    [one] El MQL de { $stretch ->
        [month] este mes
       *[other] esta semana
     } es una cohorte inmadura: sin porcentaje hasta el { $day } { $year }.
   *[other] Los { $count } MQL de { $stretch ->
        [month] este mes
       *[other] esta semana
     } son una cohorte inmadura: sin porcentaje hasta el { $day } { $year }.
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
    [one] Una oportunidad cerrada sigue sin revisión: { $deals }.
   *[other] { $count } oportunidades cerradas siguen sin revisión: { $deals }.
}
digest-review-how = { $n ->
    [one] Noventa segundos con `/lazo cierre`, de cualquiera que sepa cómo fue.
   *[other] Noventa segundos por cada una con `/lazo cierre`, de cualquiera que sepa cómo fueron.
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
digest-posted = El resumen de { $period } ya va camino de { $channel }.
digest-already-posted = El resumen de { $period } ya se publicó en { $channel } el { $at }, así que ahora no se ha publicado nada.
digest-never-arrived = El resumen de { $period } tenía que salir en { $channel } el { $at }, pero Slack no lo aceptó: ahí no lo ha leído nadie. Ahora no se ha publicado nada.
digest-post-again = Publicar otra vez
digest-resend-stands = El último resumen sigue en { $channel }, así que no se ha publicado nada. Para publicarlo por segunda vez, usa `{ $command } ahora`.
digest-resend-on-its-way = El último resumen todavía va camino de { $channel }, así que no se ha publicado nada.
digest-resend-none = En { $channel } nunca se ha publicado un resumen. Con `{ $command } ahora` sale el de la última semana.
digest-resend-not-told = Slack no ha dicho si el último resumen sigue en { $channel }, así que no se ha publicado nada. Prueba otra vez dentro de un momento.
digest-resend-forgotten = El último resumen llegó a { $channel } hace tanto que ya no sé si sigue ahí, así que no se ha publicado nada. Si ya no está, con `{ $command } ahora` sale el de la última semana.
digest-stands = { $channel } recibe su resumen a las { $time } ({ $tz }), en { $language }.
digest-none-here = Aquí no hay ningún resumen programado.
digest-elsewhere = También programado en: { $channels }
digest-help =
    • `{ $command } vista previa` te muestra solo a ti lo que saldría aquí ahora; `{ $command } vista previa mes`, el del mes
    • `{ $command } ahora` publica aquí el resumen de la última semana; `{ $command } ahora mes`, el del último mes
    • `{ $command } reenviar` publica otra vez el último si se ha borrado de aquí
    • `{ $command } programar` decide cuándo llega por sí solo y de qué habla; `{ $command } programar no` lo quita
digest-stopped = Hecho: no habrá más resúmenes en { $channel }. Con `{ $command } programar` vuelven.
digest-not-scheduled = En { $channel } no había ningún resumen programado, así que no había nada que quitar.
digest-unclear = No conozco «{ $typed }», así que no se ha hecho nada. Esto es lo que conozco:
digest-unclear-nearest = No conozco «{ $typed }», así que no se ha hecho nada. ¿Querías decir `{ $command } { $nearest }`?
digest-not-there = Lazo todavía no está en { $channel }, así que no puede publicar ahí. Escribe allí `/invite @Lazo` y prueba otra vez.
digest-shared = Otras organizaciones pueden leer { $channel }, así que ahí no va ningún resumen. Elige un canal interno.
digest-archived = No se puede publicar en { $channel } porque está archivado. Elige otro.
digest-undelivered = *El resumen no ha llegado a { $channel }.*
digest-undelivered-other = Slack no lo acepta. Quien administra Lazo encuentra el motivo con { $id }.
digest-undelivered-not-there = Lazo ya no está en el canal. Para que vuelva, alguien tiene que escribir `/invite @Lazo` en { $channel }.
digest-undelivered-shared = Ahora otras organizaciones leen { $channel }, así que ahí no sale ningún resumen. Prográmalo en un canal interno: `/lazo resumen programar`
digest-undelivered-archived = { $channel } está archivado. Recupéralo en Slack o programa el resumen en otro canal: `/lazo resumen programar`
digest-undelivered-then = El resumen se guarda: en cuanto Lazo pueda publicar ahí otra vez, sale solo, hasta que toque el siguiente.
digest-undelivered-stop = `/lazo resumen parar` en el canal lo quita.
digest-undelivered-once = Te avisamos una vez, no cada semana.
digest-form-lost = Slack no ha abierto el formulario a tiempo. Prueba otra vez: `{ $command } programar`
digest-members-only = Solo los miembros de este espacio de trabajo programan, publican o paran los resúmenes, así que no ha cambiado nada. Pídeselo a alguien del equipo.

digest-form-title = Resumen de un canal
digest-form-intro = El semanal habla de la semana que acabó el domingo; el mensual, del último mes natural. Si es festivo, llega el siguiente día laborable.
digest-field-channel = Canal
digest-field-kinds = Cada cuánto
digest-kind-weekly = Cada semana
digest-kind-monthly = Cada mes, para la revisión conjunta
digest-field-weekday = Día
digest-field-weekday-hint = El mensual llega el primer día del mes que caiga en ese día de la semana.
digest-field-sections = De qué habla
digest-section-accounts = Cuentas: avances, paradas y lo siguiente
digest-section-scorecard = Indicadores: cinco semanas de los dos equipos
digest-section-pipeline = Pipeline (solo en el mensual)
digest-section-objections = Objeciones, citas y argumentos
digest-section-mqls = MQL y conversión por origen
digest-section-quality = Calidad de los leads y devoluciones
digest-section-wins = Ganadas y perdidas
digest-section-decisions = Decisiones y lo que está fuera de plazo
digest-field-accounts = Cuentas que se revisan
digest-field-accounts-hint = Solo para la lista de cuentas; el resto de las cifras son de todo el espacio de trabajo.
digest-field-time = Hora
digest-field-zone = Zona horaria
digest-field-zone-hint = Basta con una ciudad, como Madrid o Ciudad de México. La semana se corta a medianoche de allí.
digest-field-language = Idioma del resumen
digest-scheduled = Guardado. { $channel } recibe su resumen a las { $time } ({ $tz }), en { $language }.
digest-scheduled-late = Ninguno trata de la semana pasada, que aún no tiene resumen ahí: `/lazo resumen ahora`, escrito allí, lo publica.
digest-replace-stands = *Este canal ya tenía un resumen programado:*
digest-replace-hint = Todavía no se ha guardado nada. Abajo está lo que has rellenado; solo ocupa el lugar de lo de arriba si lo confirmas.
digest-replace = Reemplazar
digest-next-weekly = • Semanal, cada { $weekday }. El próximo: *{ $next }*.
digest-next-monthly = • Mensual, el primer { $weekday } del mes. El próximo: *{ $next }*.
digest-next-moved = (El { $day } es festivo: { $name }.)
digest-reviewed = Cuentas que se revisan: { $accounts }
digest-left-out = No incluye: { $sections }
digest-accounts-rest = { $place ->
    [thread] Las que no se nombran aquí están en el hilo de abajo, o una a una con `/lazo cuenta`.
   *[card] Las que no se nombran aquí: una a una con `/lazo cuenta`.
}
digest-accounts-all = todas las cuentas
digest-accounts-tiers = { $n ->
    [one] cuentas de nivel { $tiers }
   *[other] cuentas de los niveles { $tiers }
}
digest-accounts-team = cuentas del equipo de { $manager }
digest-error-no-channel = Elige un canal.
digest-error-no-weekday = Elige un día.
digest-error-no-time = Elige una hora, por ejemplo 09:00.
digest-error-no-language = Elige un idioma.
digest-error-no-kind = Elige semanal, mensual o los dos. Para quitarlo, escribe /lazo resumen parar.
digest-error-no-section = Elige al menos una cosa de la que hable.
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
digest-not-heard = Se oyeron en { $stretch ->
    [month] los cuatro meses anteriores
   *[other] las cuatro semanas anteriores
 } y { $stretch ->
    [month] este mes
   *[other] esta semana
 } no: { $themes }
# What did not fit, and where it is: { $rest } is made of the lines below.
digest-cut = Aquí no ha cabido todo. Más sobre { $rest }. Quien administra Lazo puede sacar una página con todo.
digest-cut-accounts = cuentas: `/lazo cuenta`
digest-cut-objections = objeciones: `/lazo objecion top`
digest-cut-mqls = MQL por origen: `/lazo indicadores origen`
digest-cut-quality = calidad de los leads y devoluciones: `/lazo calidadlead orígenes`
digest-cut-wins = ganadas y perdidas: `/lazo cierre lista`
digest-cut-decisions = decisiones y revisiones: `/lazo cuenta` y `/lazo cierre pendientes`

digest-scorecard = { $stretch ->
    [month] *Indicadores del mes*, junto a los cuatro anteriores en la tabla del final
   *[other] *Indicadores de la semana*, junto a las cuatro anteriores en la tabla del final
}
digest-scorecard-here = { $stretch ->
    [month] *Indicadores del mes*, junto a los cuatro anteriores
   *[other] *Indicadores de la semana*, junto a las cuatro anteriores
}
digest-scorecard-sales = Traspasados: { $offered } · aceptados: { $accepted } · primer intento a tiempo: { $attempted }
digest-scorecard-promises = Plazos cumplidos · ventas: { $sales } · respuestas de marketing: { $marketing }
digest-scorecard-closed = Oportunidades cerradas · ganadas: { $won } · perdidas: { $lost }
digest-scorecard-none = ninguno tocaba aún
digest-scorecard-kept = { $met } de { $due }
digest-scorecard-column = Indicadores
digest-scorecard-week = Sem { $number }
digest-scorecard-mqls = MQL
digest-scorecard-offered = Traspasados
digest-scorecard-accepted = Aceptados
digest-scorecard-attempted = Intento a tiempo
digest-scorecard-sales-kept = Ventas: a tiempo
digest-scorecard-marketing-kept = Marketing: a tiempo
digest-scorecard-won = Ganadas
digest-scorecard-lost = Perdidas

digest-pipeline = *Pipeline*
digest-pipeline-opened = Abiertas: { $count } · { $trend }
digest-pipeline-won = Ganadas: { $count } · { $trend }
digest-pipeline-lost = Perdidas: { $count } · { $trend }
digest-pipeline-rate = Tasa de éxito del mes: { $rate }
digest-pipeline-standing = Siguen abiertas al final del mes: { $count }

report-made = Hecho por Lazo el { $at } ({ $tz }).
report-same-numbers = Las mismas cifras que el equipo lee en Slack, con todas las cuentas.

# The personal list of open items.
monday-title = { $n ->
    [one] Lo que tienes pendiente esta semana: una cosa
   *[other] Lo que tienes pendiente esta semana: { $count } cosas
}
monday-leads = *Leads que te han traspasado* ({ $n }) · `/lazo traspaso míos`
monday-steps = *Próximos pasos de cuentas* ({ $n })
monday-reviews = *Oportunidades cerradas por revisar* ({ $n }) · `/lazo cierre`
monday-answers = *Respuestas que espera ventas* ({ $n })
monday-due = { $name }: para el { $when }
monday-late = { $name }: *fuera de plazo*, era para el { $when }
monday-step = { $account }: { $what } ({ $day })
monday-step-late = { $account }: { $what } (*fuera de plazo*, era para el { $day })
monday-unnamed = (sin nombre)
