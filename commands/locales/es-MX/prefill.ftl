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
prefill-no-code-found = No encontré en el texto ningún tema ni motivo que vea lo bastante claro. Este asistente no propone nada más, y un motivo solo cuando el formulario lo pide: di antes cómo terminó la oportunidad o qué falla en el lead.
prefill-not-kept = Ahora mismo no pude anotar las propuestas, así que no llené nada.
