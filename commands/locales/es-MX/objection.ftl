# Only what differs from Spanish of Spain.
objection-form-stage = Etapa
objection-removed-characters = { $count ->
    [one] Se quitó un carácter que no se puede guardar.
   *[other] Se quitaron { $count } caracteres que no se pueden guardar.
}
objection-argued-before = *Lo que ya se respondió a «{ $theme }»*
objection-search-none = No encontré nada con «{ $query }». Intenta con menos palabras, por ejemplo: `/objecion buscar precio`
objection-mine-title = Lo último que anotaste
objection-notice-plain = { $author } oyó una objeción · { $account }
objection-notice-withdrawn = { $author } retiró esta nota.
objection-stale = Cambió entretanto, así que tu cambio *no* se guardó. Así está ahora; abajo tienes lo que escribiste. *Guardar* pone lo tuyo en su lugar.
objection-form-lost = El formulario no se pudo abrir porque Slack ya había cerrado la solicitud. Intenta de nuevo o escríbelo en una línea: `/objecion Acme: dicen que HubSpot es más barato`
