# Only what differs from Spanish of Spain.
objection-form-stage = Etapa
objection-removed-characters = { $count ->
    [one] Se quitó un carácter que no se puede guardar.
   *[other] Se quitaron { $count } caracteres que no se pueden guardar.
}
objection-argued-before = *Lo que ya se respondió a «{ $theme }»*
objection-before = ¿Ya se dijo?
objection-before-title = Ya se dijo con casi las mismas palabras: { $count ->
    [one] una nota
   *[other] { $count } notas
}
objection-before-or-more = { $count ->
    [0] En las notas más recientes no está con casi las mismas palabras; las anteriores no se revisaron.
    [one] *Ya se dijo con casi las mismas palabras: una nota o más.* Solo se revisaron las más recientes.
   *[other] *Ya se dijo con casi las mismas palabras: { $count } notas o más.* Solo se revisaron las más recientes.
} `{ $command } buscar …` encuentra las demás.
objection-before-lost = Slack no abrió la lista a tiempo. Presiona otra vez *{ $button }*.
objection-search-none = No encontré nada con «{ $query }». Intenta con menos palabras, por ejemplo: `{ $command } buscar precio`
objection-mine-title = Lo último que anotaste
objection-notice-plain = { $author } oyó una objeción · { $account }
objection-notice-withdrawn = { $author } retiró esta nota.
objection-saved-before = Ya habías guardado esta nota, así que no se agregó nada. Así está; abajo tienes lo que escribiste ahora. *Guardar* pone lo tuyo en su lugar.
objection-stale = Esta nota cambió mientras la editabas, así que tu cambio *no* se guardó. Así está ahora; abajo tienes lo que escribiste. *Guardar* pone lo tuyo en su lugar.
objection-form-lost = Slack no abrió el formulario a tiempo. Intenta de nuevo o escríbelo en una línea: `{ $command } Acme: dicen que HubSpot es más barato`
objection-edit-lost = Slack no abrió el formulario a tiempo. No cambió nada; presiona *Editar* otra vez.
objection-withdrawn = Deshecho. Ya no cuenta en ningún lado, y marketing ve que la retiraste.
objection-told-nobody = No hay responsable ni canal de marketing, así que nadie se entera. Un admin puede elegir un canal con `/lazo configuracion`.
objection-top-title = Lo que más se oyó en los últimos { $days } días
objection-help = Anota lo que objetan los compradores, en una línea o con un formulario.
    • `{ $command } Acme: dicen que HubSpot es más barato` la guarda al momento
    • `{ $command }` abre el formulario
    • `{ $command } buscar precio` encuentra lo que se oyó · `{ $command } top` lo cuenta por temas · `{ $command } mías` enumera las tuyas · `{ $command } temas` los temas propios
objection-unclear = No conozco la palabra «{ $word }», así que no se guardó nada.
objection-unclear-nearest = No conozco la palabra «{ $word }», así que no se guardó nada. ¿Quisiste decir `{ $again }`?
objection-unclear-example = Para anotar una objeción, escribe lo que te dijeron, por ejemplo: `{ $command } Acme: dicen que HubSpot es más barato`. O guarda tal cual lo que escribiste:
objection-error-other-needs-note = Con «Otro», agrega una línea que diga de qué se trata.
objection-members-only = Los invitados anotan lo que oyen, pero no crean cuentas: el nombre que escribiste se queda en la nota. Pídele a alguien de tu equipo que cree la cuenta.
objection-told-owner-now = { $owner } (marketing) se entera en este momento.
objection-told-channel-now = { $channel } se entera en este momento.
objection-mine-none = Todavía no anotas ninguna. Por ejemplo: `{ $command } Acme: dicen que HubSpot es más barato`
objection-argument-open = todavía es pronto
objection-quote-gone = El mensaje entero ya no está guardado, así que todavía no se guardó nada. Escribe lo que dijeron o vuelve a anotar el mensaje.
