# El resumen semanal.
digest-title = Resumen semanal · semana { $week } de { $year }
digest-notification = Resumen semanal, semana { $week } de { $year }: { $objections }, { $mqls }
digest-range = { $first } – { $last } { $year } · días de { $tz }
digest-late = *Este resumen llega tarde:* tocaba { $due } y sale { $delay } después, porque Lazo no estaba en marcha.
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
digest-empty = Semana tranquila: ni objeciones ni MQL nuevos. En las cuatro semanas anteriores hubo { $objections } y { $mqls } por semana.
digest-line = { $count } · { $trend }
digest-trend-up = ↑ sube: antes { $mean } por semana
digest-trend-down = ↓ baja: antes { $mean } por semana
digest-trend-same = → más o menos igual (antes { $mean } por semana)
digest-trend-new = ★ novedad: nada en las cuatro semanas anteriores
digest-trend-none = nada tampoco en las cuatro semanas anteriores
digest-compared = «Antes» es la media de las cuatro semanas anteriores a esta.

digest-objections = *Objeciones por tema*
digest-chart-objections = Objeciones por tema
digest-no-theme = todavía sin tema
digest-quote = en { $account }, { $day }:
digest-quote-somewhere = el { $day }:
digest-worked = Lo que funcionó:
digest-argument = en { $account }, { $day }
digest-argument-somewhere = el { $day }

digest-mqls = *MQL por origen*
digest-mqls-below = Los *MQL por origen* están en la tabla del final.
digest-chart-mqls = MQL por origen
digest-column-source = Origen
digest-series-week = Esta semana
digest-series-mean = Media de 4 antes
digest-total = Todos los orígenes
digest-no-source = (sin origen)
digest-others = y { $n } más

digest-conversion = *Conversión por origen*: MQL ganados hasta el final de esta semana
    Cohorte del { $first } { $first_year } al { $last } { $last_year }, la última con 90 días o más para cerrar
digest-rate = { $rate } ({ $won } de { $n })
digest-rate-few = n = { $n }, muy pocos para dar un porcentaje
digest-immature = { $n ->
    [one] El MQL de esta semana es una cohorte inmadura: sin porcentaje hasta el { $day } { $year }.
   *[other] Los { $count } MQL de esta semana son una cohorte inmadura: sin porcentaje hasta el { $day } { $year }.
}

# Orígenes corrientes; cualquier otro sale como vino.
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
