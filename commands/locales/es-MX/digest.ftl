# Sólo lo que en México se dice de otra manera.
digest-late = *Este resumen llega tarde:* tocaba { $due } y sale { $delay } después, porque Lazo no estaba funcionando.
digest-compared = «Antes» es el promedio de las cuatro semanas anteriores a esta.
digest-series-mean = Promedio de 4 antes
source-paid_search = búsqueda pagada
