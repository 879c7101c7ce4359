digest-insights = *Lo que empieza a sonar*
digest-emerging = { $n } notas en 30 días, { $before ->
    [0] ninguna
   *[other] { $before }
 } en los 90 anteriores
topic-offered = *¿Un tema nuevo?* { $n } notas en 30 días hablan de «{ $label }», muchas más que antes.
topic-follow = Convertirlo en tema
topic-dismiss = No es un tema
topic-how = Un tema propio sale en el menú de temas de las objeciones, junto a los demás, y se cuenta con ellos; la nota nueva que lo diga y no tenga otro tema lo lleva. Las notas de antes conservan el suyo. No pasa nada hasta que pulses; lo que no es un tema no se vuelve a proponer. `/lazo objecion buscar` con las mismas palabras encuentra todas las notas.
topic-followed = «{ $label }» ya es un tema propio, en el menú de temas y en el resumen. `/lazo objecion temas` los enumera, y ahí se retira el que ya no haga falta. Lo ha decidido { $who }.
topic-dismissed = «{ $label }» no es un tema y no se volverá a proponer. Lo ha decidido { $who }.
topic-deciders-only = Solo los admins y quienes dirigen un equipo deciden sobre los temas.
digest-by-words = «{ $label }», por sus palabras, sea cual sea el tema
themes-title = Temas propios
themes-none = Todavía no hay temas propios. Cuando muchas notas empiezan a hablar de lo mismo, el resumen lo cuenta y se pregunta a quien dirige marketing si es un tema.
themes-line = *{ $label }* · { $count ->
    [one] una nota
   *[other] { $count } notas
}
themes-line-retired = *{ $label }* · retirado · { $count ->
    [one] una nota
   *[other] { $count } notas
}
themes-retire = Retirar
themes-offer = Ofrecer de nuevo
themes-how = Un tema retirado ya no se puede elegir; sus notas lo conservan y se siguen contando y encontrando. `{ $command } buscar` con su nombre las encuentra.
