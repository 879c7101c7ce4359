sla-title = Plazos acordados
sla-intro = En cuánto tiempo se responde a cada tipo de lead. A cada uno se le aplica el acuerdo más concreto que encaje.
sla-intro-reader = En cuánto tiempo se responde a cada tipo de lead. Lo cambian los admins y quien dirige un equipo.
sla-terms = *Límite*: pasado ese momento, el lead va con retraso; los avisos llegan antes. *Objetivo*: lo que se busca cumplir; aparece en el lead y nadie recibe avisos por él. *Vía rápida*: para quien pide una demo o un precio, con un aviso más y los retrasos contados al momento.
sla-new = Nuevo…
sla-edit = Editar…
sla-stop = Suspender
sla-start = Reanudar
sla-stop-title = ¿Suspender este acuerdo?
sla-stop-text = Los leads que se pasen a partir de ahora irán por los demás acuerdos. Los que están en marcha conservan sus plazos.
sla-measured-button = Lo medido
sla-more = { $count ->
    [one] Hay uno más que no se muestra.
   *[other] Hay { $count } más que no se muestran.
} Quien administra Lazo puede sacarlos todos a un archivo con `lazo policies export`.
sla-unclear = No conozco «{ $word }». Existen `/lazo plazos`, `/lazo plazos nuevo` y `/lazo plazos medidos`. Estos son todos los acuerdos:

sla-name = Nombre
sla-for = Para
sla-for-source = de { $source }
sla-for-tier = Nivel { $tier }
sla-for-all = todo lo que no tenga otro acuerdo
sla-any = Cualquiera
sla-lead-type = ¿Qué ha hecho el lead?
sla-source = Origen
sla-source-hint = Vacío: de cualquier sitio.
sla-tier = Nivel de la cuenta
sla-lane = Vía
sla-lane-hint = La vía rápida avisa a quien lleva el lead al 50, 80 y 100 % del límite; la normal, al 80 y 100 %.
lane-fast = vía rápida
lane-standard = normal
lane-fast-long = Vía rápida: el retraso llega también a marketing, responsable y suplente
lane-standard-long = Normal: quien dirige el equipo se entera del retraso al final del día
promise-accept = Aceptar
promise-attempt = Primer intento
promise-qualify = Cualificar
sla-promise = { $promise }: { $limit }
sla-limit = { $limit }
sla-limit-target = { $limit } (objetivo: { $target })
sla-none = sin acordar
limit-mixed = { $span } de tiempo laborable
sla-typed-days = { $count ->
    [one] 1 día laborable
   *[other] { $shown } días laborables
}
sla-typed-clock = { $span } de reloj
sla-reassigns = Reasignación automática
sla-reassigns-box = Los leads del turno sin respuesta pasan a la siguiente persona
sla-reassigns-hint = Los de una cuenta con responsable se quedan siempre con esa persona.
sla-shadow = Modo sombra
sla-shadow-box = Solo medir, sin avisar a nadie
sla-shadow-hint = Los plazos corren sin recordatorios ni avisos de retraso. Con 20 leads verás qué tiempos encajarían.
sla-state = Estado
sla-active = en vigor
sla-stopped = suspendido
sla-yes = sí
sla-no = no
sla-mark-shadow = modo sombra
sla-mark-reassigns = con reasignación automática
sla-mark-stopped = *suspendido*
sla-version = Versión { $version }, la que trae Lazo
sla-version-file = Versión { $version }, desde un archivo, { $when }
sla-version-by = Versión { $version }, de { $person }, { $when }

sla-form-title = Editar un acuerdo
sla-form-title-new = Acuerdo nuevo
sla-form-version = Estás viendo la versión { $version }. Al guardar se crea la siguiente, para los leads que se pasen desde entonces.
sla-proposed = Relleno con lo medido: la mediana como objetivo y, como límite, el tiempo en que se respondió a nueve de cada diez. No se guarda nada hasta que guardes.
sla-field-limit = { $promise }: límite
sla-field-limit-hint = Por ejemplo: 30 min, 4 h, 1,5 h, 2 días, 48 h naturales. Las horas son de trabajo y los días, laborables. Vacío: sin acordar.
sla-field-target = { $promise }: objetivo
sla-field-target-hint = Lo que se busca cumplir, dentro del límite. Nadie recibe avisos por él. Vacío: sin objetivo.
sla-error-no-name = Ponle un nombre.
sla-error-name = Ya hay un acuerdo con este nombre. Elige otro.
sla-error-time = No entiendo este tiempo. Escríbelo como uno de estos: 30 min, 4 h, 1,5 h, 2 días, 48 h naturales
sla-error-no-limit = Un objetivo necesita un límite. Por ejemplo: 4 h
sla-error-target = El objetivo es más largo que el límite. Dale menos tiempo que al límite.
sla-error-no-promise = Pon un límite para aceptar o para el primer intento, por ejemplo: 4 h. Sin ninguno no habría nada que cumplir.

sla-added = Añadido: { $name }
sla-from-now-on = Vale para los leads que se pasen a partir de ahora.
sla-saved = { $name }: guardado como versión { $version }
sla-same = No había nada distinto, así que todo sigue como estaba
sla-change = { $what }: { $before } → *{ $after }*
sla-keeps = Los leads en marcha conservan la versión { $before }; los que se pasen a partir de ahora llevan la { $after }.
sla-shadow-note = En modo sombra no se avisa a nadie. Mira lo medido con `/lazo plazos medidos`.
sla-started-now = { $name } vuelve a estar en vigor, para los leads que se pasen a partir de ahora.
sla-stopped-now = { $name } queda suspendido. Los leads en marcha conservan sus plazos.
sla-stale = { $person } lo ha cambiado mientras lo mirabas (ahora es la versión { $version }), así que lo tuyo *no* se ha guardado. Ha cambiado:
sla-somebody = Alguien
sla-deciders-only = Solo los admins y quien dirige un equipo cambian los acuerdos. No se ha cambiado nada.
sla-ask-decider = Solo los admins y quien dirige un equipo cambian los acuerdos, así que no se ha cambiado nada. Puedes pedírselo a { $admins }.

measured-title = Lo medido
measured-intro = Compromisos de los últimos { $days } días, incluido el modo sombra.
measured-line = Respondidos: { $n } · la mitad en { $median } · nueve de cada diez en { $p90 } · { $share } a tiempo ({ $met } de { $due }, límite { $limit })
measured-missing = Respondidos hasta ahora: { $n }; { $missing ->
    [one] falta uno
   *[other] faltan { $missing }
 } para poder decir algo.
measured-suggested = _Se podría acordar: objetivo { $target }, límite { $limit }_
measured-use = Usar estos límites…
measured-why = *¿Por qué estas cifras?* El tiempo es de trabajo, en el horario de cada responsable y sin pausas; si el límite es de reloj, todo el tiempo. A tiempo = respondidos dentro del límite que vale ahora, entre todos los respondidos y los que siguen abiertos fuera del límite. Los anulados no cuentan. Un día laborable cuenta como { $day }. El objetivo propuesto es la mediana y el límite, el tiempo en que se respondió a nueve de cada diez; los dos redondeados hacia arriba a un tiempo fácil de decir.
