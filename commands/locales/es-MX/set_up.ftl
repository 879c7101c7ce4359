# Only what differs from Spanish of Spain.
set-up-step-holidays = Días feriados
set-up-stale = Alguien cambió esto mientras lo editabas, así que lo tuyo *no* se guardó. Los campos muestran cómo está ahora.
set-up-stands-holidays = { $country } · { $count ->
    [one] un día feriado
   *[other] { $count } días feriados
} en los próximos doce meses
set-up-teams-intro = Cada quien puede decirlo también con `/lazo yo`. Quien no está en ninguna lista no tiene equipo.
set-up-hours-intro = Vale para todos, cada quien en su zona horaria. Quien trabaja a otras horas lo dice con `/lazo horario`.
set-up-holidays-year = Días feriados de { $year }
