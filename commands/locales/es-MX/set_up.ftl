# Only what differs from Spanish of Spain.
set-up-step-holidays = Días festivos
set-up-form-lost = Slack no abrió *{ $step }* a tiempo. Todo lo que guardaste sigue ahí. Presiona otra vez el botón, o vuelve más tarde con `/lazo preparar`.
set-up-sources-terms = Quien pide una demo o un precio va por la *vía rápida*: los avisos llegan antes y los atrasos se cuentan al momento. `/lazo plazos` muestra y cambia cada *límite* (pasado este, el lead va con atraso) y cada *objetivo* (lo que se busca cumplir).
set-up-stale = Alguien cambió esto mientras lo editabas, así que lo tuyo *no* se guardó. Los campos muestran cómo está ahora.
set-up-stands-holidays = { $country } · { $count ->
    [one] un día festivo
   *[other] { $count } días festivos
} en los próximos doce meses
set-up-teams-intro = Cada quien puede decirlo también con `/lazo yo`. Quien no está en ninguna lista no tiene equipo.
set-up-hours-intro = Vale para todos, cada quien en su zona horaria. Quien tiene otro horario lo indica con `/lazo horario`.
set-up-holidays-year = Días festivos de { $year }
set-up-holidays-intro = Un día por línea. Quita la línea de un día en que se trabaja y agrega los días propios.
