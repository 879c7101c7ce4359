# Only what differs from Spanish of Spain.
digest-late = *Este resumen llega tarde:* tocaba el { $due } y sale { $delay } después, porque Lazo no estaba funcionando.
digest-compared = «Antes» es el promedio de { $stretch ->
    [month] los cuatro meses anteriores
   *[other] las cuatro semanas anteriores
 } a { $stretch ->
    [month] este
   *[other] esta
 }.
digest-series-mean = Promedio 4 { $stretch ->
    [month] meses
   *[other] semanas
 }
source-paid_search = búsqueda pagada
digest-already-posted = El resumen de { $period } ya se publicó en { $channel } el { $at }, así que ahora no se publicó nada.
digest-never-arrived = El resumen de { $period } tenía que salir en { $channel } el { $at }, pero Slack no lo aceptó: ahí nadie lo leyó. Ahora no se publicó nada.
digest-help =
    • `{ $command } vista previa` te muestra solo a ti lo que saldría aquí ahora; `{ $command } vista previa mes`, el del mes
    • `{ $command } ahora` publica aquí el resumen de la última semana; `{ $command } ahora mes`, el del último mes
    • `{ $command } reenviar` publica otra vez el último si se borró de aquí
    • `{ $command } programar` decide cuándo llega por sí solo y de qué habla; `{ $command } programar no` lo quita
digest-form-intro = El semanal habla de la semana que terminó el domingo; el mensual, del último mes calendario. Si es día festivo, llega el siguiente día hábil.
digest-empty = { $stretch ->
    [month] Mes tranquilo: ni objeciones ni MQL nuevos. Promedio de los cuatro meses anteriores: { $objections } en objeciones, { $mqls } en MQL.
   *[other] Semana tranquila: ni objeciones ni MQL nuevos. Promedio de las cuatro semanas anteriores: { $objections } en objeciones, { $mqls } en MQL.
}
digest-unclear = No conozco «{ $typed }», así que no se hizo nada. Esto es lo que conozco:
digest-unclear-nearest = No conozco «{ $typed }», así que no se hizo nada. ¿Quisiste decir `{ $command } { $nearest }`?
digest-not-there = Lazo todavía no está en { $channel }, así que no puede publicar ahí. Escribe allí `/invite @Lazo` e intenta de nuevo.
digest-undelivered = *El resumen no llegó a { $channel }.*
digest-form-lost = Slack no abrió el formulario a tiempo. Intenta de nuevo: `{ $command } programar`
digest-members-only = Solo los miembros de este espacio de trabajo programan, publican o paran los resúmenes, así que no cambió nada. Pídeselo a alguien de tu equipo.
digest-error-zone = No conozco esta zona horaria. Intenta con una ciudad, como Ciudad de México o Monterrey.
digest-field-zone-hint = Basta con una ciudad, como Ciudad de México o Monterrey. La semana se corta a medianoche de allí.
digest-cut = Aquí no cupo todo. Más sobre { $rest }. Quien administra Lazo puede sacar una página con todo.
digest-moved = El { $weekday } { $day } fue día festivo ({ $name }), así que este resumen sale el siguiente día hábil.
digest-replace-hint = Todavía no se guardó nada. Abajo está lo que llenaste; solo ocupa el lugar de lo de arriba si lo confirmas.
digest-next-moved = (El { $day } es día festivo: { $name }.)
digest-resend-stands = El último resumen sigue en { $channel }, así que no se publicó nada. Para publicarlo por segunda vez, usa `{ $command } ahora`.
digest-resend-on-its-way = El último resumen todavía va camino de { $channel }, así que no se publicó nada.
digest-resend-not-told = Slack no dijo si el último resumen sigue en { $channel }, así que no se publicó nada. Intenta de nuevo en un momento.
digest-resend-forgotten = El último resumen llegó a { $channel } hace tanto que ya no sé si sigue ahí, así que no se publicó nada. Si ya no está, con `{ $command } ahora` sale el de la última semana.
monday-leads = *Leads que te traspasaron* ({ $n }) · `/lazo traspaso míos`
