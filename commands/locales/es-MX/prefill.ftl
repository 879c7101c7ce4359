# Only what differs from Spanish of Spain.
prefill-button = Llenar a partir del texto
prefill-title = Llenar con el texto
prefill-reading = Estoy leyendo el texto. No se guarda nada y lo que escribiste se queda como está.
prefill-no-text = Todavía no hay ningún texto que leer. Escribe o pega uno en el formulario y presiona otra vez.
prefill-filled = { $n ->
    [one] Puse algo en un campo vacío:
   *[other] Puse algo en { $n } campos vacíos:
}
prefill-nothing-found = No encontré en el texto nada que poner en un campo vacío.
prefill-not-kept = Ahora mismo no pude anotar las propuestas, así que no llené nada.
