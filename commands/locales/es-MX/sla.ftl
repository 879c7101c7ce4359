promise-qualify = Calificar
sla-lead-type = ¿Qué hizo el lead?
sla-terms = *Límite*: pasado ese momento, el lead va con atraso; los avisos llegan antes. *Objetivo*: lo que se busca cumplir; aparece en el lead y nadie recibe avisos por él. *Vía rápida*: para quien pide una demo o un precio, con un aviso más y los atrasos contados al momento.
sla-stale = { $person } lo cambió mientras lo veías (ahora es la versión { $version }), así que lo tuyo *no* se guardó. Cambió:
sla-deciders-only = Solo los admins y quien dirige un equipo cambian los acuerdos. No se cambió nada.
sla-ask-decider = Solo los admins y quien dirige un equipo cambian los acuerdos, así que no se cambió nada. Puedes pedírselo a { $admins }.
lane-fast-long = Vía rápida: el atraso llega también a marketing, jefe o jefa y suplente
limit-mixed = { $span } de tiempo hábil
sla-field-limit-hint = Por ejemplo: 30 min, 4 h, 1.5 h, 2 días, 48 h naturales. Las horas son de trabajo y los días, hábiles. Vacío: sin acordar.
sla-error-time = No entiendo este tiempo. Escríbelo como uno de estos: 30 min, 4 h, 1.5 h, 2 días, 48 h naturales
measured-why = *¿Por qué estas cifras?* El tiempo es de trabajo, en el horario de cada responsable y sin pausas; si el límite es de reloj, todo el tiempo. A tiempo = respondidos dentro del límite vigente, entre todos los respondidos y los que siguen abiertos fuera del límite. Los anulados no cuentan. Un día hábil cuenta como { $day }. El objetivo propuesto es la mediana y el límite, el tiempo en que se respondió a nueve de cada diez; los dos redondeados hacia arriba a un tiempo fácil de decir.
lane-standard-long = Normal: quien dirige el equipo se entera del atraso al final del día
sla-shadow-hint = Los plazos corren sin recordatorios ni avisos de atraso. Con 20 leads verás qué tiempos encajarían.
sla-added = Agregado: { $name }
sla-proposed = Llenado con lo medido: la mediana como objetivo y, como límite, el tiempo en que se respondió a nueve de cada diez. No se guarda nada hasta que guardes.
sla-typed-days = { $count ->
    [one] 1 día hábil
   *[other] { $shown } días hábiles
}
sla-from-now-on = Aplica para los leads que se pasen a partir de ahora.
