digest-insights = *Lo que empieza a sonar*
digest-emerging = { $n } notas en 30 días, { $before ->
    [0] ninguna
   *[other] { $before }
 } en los 90 anteriores
topic-offered = *¿Un tema nuevo?* { $n } notas en 30 días hablan de «{ $label }», muchas más que antes.
topic-follow = Contarlo como tema
topic-dismiss = No es un tema
topic-how = Un tema propio se cuenta en el resumen de cada semana, por sus palabras; los temas de los formularios no cambian, y cada nota conserva el suyo. No pasa nada hasta que pulses; lo que no es un tema no se vuelve a proponer. `/lazo objecion buscar` con las mismas palabras encuentra todas las notas.
topic-followed = «{ $label }» ya es un tema propio: el resumen lo cuenta cada semana. Lo ha decidido { $who }.
topic-dismissed = «{ $label }» no es un tema y no se volverá a proponer. Lo ha decidido { $who }.
topic-deciders-only = Solo los admins y quienes dirigen un equipo deciden sobre los temas.
