scorecard-title = Indicadores
scorecard-open = Indicadores
scorecard-period = { $weeks ->
    [one] leads traspasados esta semana ({ $first } – { $last })
   *[other] leads traspasados en las últimas { $weeks } semanas ({ $first } – { $last })
}
scorecard-none = En este tiempo no se ha traspasado ningún lead, así que todavía no hay nada que contar. Elige un periodo más largo o traspasa uno con `/lazo traspaso`.
scorecard-offered = { $n ->
    [one] 1 lead traspasado
   *[other] { $count } leads traspasados
}
scorecard-kept = *Plazos cumplidos:* { $kept }
scorecard-accepted = *Aceptados, de los respondidos:* { $kept }
scorecard-request = *Solicitud → traspaso* (la parte de marketing): { $spread }
scorecard-attempt = *Traspaso → primer intento* (la parte de ventas): { $spread }
scorecard-rate = { $rate } ({ $met } de { $due })
scorecard-count = { $met } de { $due }
scorecard-none-due = todavía no vence ninguno
scorecard-none-yet = todavía ninguno
scorecard-spread = mediana { $median }, nueve de cada diez en { $p90 } o menos (n = { $n })
scorecard-short-spread = { $median } / { $p90 } (n = { $n })
scorecard-line = traspasados { $count } · a tiempo { $kept } · aceptados { $accepted } · hasta el traspaso { $request } · hasta el primer intento { $attempt }

scorecard-by-week = Por semana
scorecard-by-team = Por equipo
scorecard-by-source = Por origen
scorecard-by-person = Por persona
scorecard-weeks = { $weeks ->
    [one] Esta semana
   *[other] Últimas { $weeks } semanas
}
scorecard-why = ¿De dónde salen?
scorecard-chart = Plazos que vencían y plazos cumplidos
scorecard-series-due = vencían
scorecard-series-met = cumplidos
scorecard-column-offered = Traspasados
scorecard-column-kept = A tiempo
scorecard-column-accepted = Aceptados
scorecard-column-request = Solicitud → traspaso: mediana / 9 de 10
scorecard-column-attempt = Traspaso → intento: mediana / 9 de 10
scorecard-week = Semana { $week } ({ $monday })
scorecard-no-source = Origen sin indicar
scorecard-team-of = Equipo de { $person }
scorecard-no-team = Sin responsable
scorecard-small = Equipos pequeños, juntos
scorecard-small-teams = Los equipos de menos de tres personas se cuentan juntos, para que nadie deduzca lo que hizo una sola. Quien lleva un equipo siempre lo ve por separado.
scorecard-only-yours = Ves tus datos y los de las personas que tienes a tu cargo. Nadie más los ve, solo cada persona y su responsable.
scorecard-nothing-yours = En este tiempo no te ha llegado ningún lead, ni a nadie a tu cargo. Los datos de los demás son para cada cual y su responsable.

scorecard-why-title = ¿De dónde salen?
scorecard-why-period = *¿Qué leads?* Los { $period }, con las semanas de { $tz }. Cada traspaso cuenta una vez, en la semana en que se hizo y por lo primero que pasó con él.
scorecard-why-kept = *A tiempo* = plazos cumplidos ÷ plazos que vencían. Cuentan los que se cumplieron, los que llegaron tarde y los que pasaron sin respuesta. Con menos de { $minimum } casos no se muestra porcentaje: diría más del azar que del trabajo.
scorecard-why-accepted = *Aceptados* = aceptados ÷ (aceptados + devueltos + caducados). Aceptar tarde también es aceptar. Lo que aún espera respuesta o se retiró no cuenta.
scorecard-why-speed = *El tiempo* es de trabajo y tiene dos partes: de la solicitud al traspaso, con el horario de la empresa, y de ahí al primer intento, con el horario de quien lo lleva y sin las pausas. La mediana es el caso de en medio; nueve de cada diez no pasaron de la segunda cifra.
scorecard-why-left-out = No cuentan los acuerdos en modo sombra ni los plazos anulados.
scorecard-why-inputs = Todo junto
scorecard-outcome-accepted = { $n ->
    [one] { $count } aceptado
   *[other] { $count } aceptados
}
scorecard-outcome-returned = { $n ->
    [one] { $count } devuelto
   *[other] { $count } devueltos
}
scorecard-outcome-expired = { $n ->
    [one] { $count } caducado
   *[other] { $count } caducados
}
scorecard-outcome-withdrawn = { $n ->
    [one] { $count } retirado
   *[other] { $count } retirados
}
scorecard-outcome-pending = { $count } a la espera de respuesta
scorecard-promise = { $promise }: { $met } de { $due } a tiempo
scorecard-returns = { $n ->
    [one] { $count } volvió ({ $reasons })
   *[other] { $count } volvieron ({ $reasons })
}
scorecard-clock-request = en tiempo de reloj, solicitud → traspaso: { $spread }
scorecard-clock-attempt = en tiempo de reloj, traspaso → intento: { $spread }

scorecard-unclear = Aquí no conozco «{ $word }».
scorecard-unclear-nearest = Aquí no conozco «{ $word }». ¿Querías decir `/lazo indicadores { $nearest }`?
scorecard-help = Cómo cumplen los dos equipos lo acordado: `/lazo indicadores` · `/lazo indicadores origen` · `/lazo indicadores equipo 13 semanas` · `/lazo indicadores yo`
scorecard-members-only = Solo los miembros de este espacio de trabajo ven los indicadores. Pregunta a alguien del equipo lo que quieras saber.
