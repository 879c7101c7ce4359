prefill-button = Rellenar a partir del texto
prefill-title = Rellenar con el texto
prefill-back = Volver
prefill-reading = Estoy leyendo el texto. No se guarda nada y lo que has escrito se queda como está.
prefill-no-text = Todavía no hay ningún texto que leer. Escribe o pega uno en el formulario y pulsa otra vez.
prefill-filled = { $n ->
    [one] He puesto algo en un campo vacío:
   *[other] He puesto algo en { $n } campos vacíos:
}
prefill-line = { $field }: { $value } — por «{ $words }»
prefill-line-sure = { $field }: { $value } (certeza: { $sure }) — por «{ $words }»
prefill-look-over = Échale un vistazo: lo propone una máquina, y no se guarda nada hasta que tú guardes.
prefill-nothing-found = No he encontrado en el texto nada que poner en un campo vacío.
prefill-no-code-found = No he encontrado en el texto ningún tema ni motivo que vea lo bastante claro. Este asistente no propone nada más, y un motivo solo cuando el formulario lo pide: di antes cómo acabó la oportunidad o qué falla en el lead.
prefill-not-kept = Ahora mismo no he podido anotar las propuestas, así que no he rellenado nada.
prefill-as-before = El formulario está como lo dejaste.
prefill-from = Según el texto: «{ $words }»
