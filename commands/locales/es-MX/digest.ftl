# Only what differs from Spanish of Spain.
digest-late = *Este resumen llega tarde:* tocaba el { $due } y sale { $delay } después, porque Lazo no estaba funcionando.
digest-compared = «Antes» es el promedio de las cuatro semanas anteriores a esta.
digest-series-mean = Promedio 4 semanas
source-paid_search = búsqueda pagada
digest-already-posted = El resumen de la semana { $week } de { $year } ya se publicó en { $channel } el { $at }, así que ahora no se publicó nada.
digest-help =
    • `{ $command } vista previa` te muestra solo a ti lo que saldría aquí ahora
    • `{ $command } ahora` publica aquí el resumen de la última semana
    • `{ $command } programar` decide cuándo llega por sí solo; `{ $command } programar no` lo quita
digest-form-intro = Un mensaje a la semana sobre la que terminó el domingo: objeciones, MQL y conversión.
digest-empty = Semana tranquila: ni objeciones ni MQL nuevos. Promedio de las cuatro semanas anteriores: { $objections } en objeciones, { $mqls } en MQL.
digest-unclear = No conozco «{ $typed }», así que no se hizo nada. Esto es lo que conozco:
digest-unclear-nearest = No conozco «{ $typed }», así que no se hizo nada. ¿Quisiste decir `{ $command } { $nearest }`?
digest-not-there = Lazo todavía no está en { $channel }, así que no puede publicar ahí. Escribe allí `/invite @Lazo` e intenta de nuevo.
digest-undelivered = *El resumen no llegó a { $channel }.*
digest-form-lost = Slack no abrió el formulario a tiempo. Intenta de nuevo: `{ $command } programar`
digest-error-zone = No conozco esta zona horaria. Intenta con una ciudad, como Ciudad de México o Monterrey.
digest-field-zone-hint = Basta con una ciudad, como Ciudad de México o Monterrey. La semana se corta a medianoche de allí.
digest-cut = Aquí no cupo todo: lo demás está en `/lazo calidadlead orígenes`, `/lazo cierre lista` y `/lazo cuenta`.
