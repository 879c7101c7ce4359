sla-mark-reassigns = se pasa solo
sla-reassigns = Se pasa solo
sla-more = { $count ->
    [one] Hay uno más que no se muestra.
   *[other] Hay { $count } más que no se muestran.
} `lazo policies export` los guarda todos en un archivo.
promise-qualify = Calificar
