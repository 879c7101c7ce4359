sla-mark-reassigns = se pasa solo
sla-reassigns = Se pasa solo
sla-more = { $count ->
    [one] Hay uno más que no se muestra.
   *[other] Hay { $count } más que no se muestran.
} `lazo policies export` los guarda todos en un archivo.
promise-qualify = Calificar
sla-lead-type = ¿Qué hizo el lead?
sla-stale = { $person } lo cambió mientras lo veías (ahora es la versión { $version }), así que lo tuyo *no* se guardó. Cambió:
sla-deciders-only = Solo los administradores y quien dirige un equipo cambian los acuerdos. No se cambió nada.
sla-ask-decider = Solo los administradores y quien dirige un equipo cambian los acuerdos, así que no se cambió nada. Puedes preguntar a { $admins }.
