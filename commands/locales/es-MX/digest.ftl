# Sólo lo que en México se dice de otra manera.
digest-late = *Este resumen llega tarde:* tocaba el { $due } y sale { $delay } después, porque Lazo no estaba funcionando.
digest-compared = «Antes» es el promedio de las cuatro semanas anteriores a esta.
digest-series-mean = Promedio de 4 antes
source-paid_search = búsqueda pagada
digest-already-posted = El resumen de la semana { $week } de { $year } ya se publicó en { $channel }, { $at }. Ahora no se publicó nada.
digest-help =
    • `{ $command } vista previa` te muestra solo a ti lo que saldría aquí ahora
    • `{ $command } ahora` publica aquí el resumen de la última semana
    • `{ $command } programar` dice cuándo llega por sí solo; `{ $command } programar no` lo quita
digest-form-intro = Un mensaje a la semana sobre la que terminó el domingo: objeciones, MQL y conversión.
