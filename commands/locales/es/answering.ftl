answer-button = Responder
answer-form-title = Responder
answer-form-answer = Tu respuesta
answer-form-placeholder = El argumento, o dónde está el contenido
answer-form-hint = A ventas le llega tal cual.
answer-form-send = Enviar
answer-form-goes-to = Le llega a { $author }, en su horario de trabajo.
answer-form-lost = Slack no ha abierto el formulario a tiempo. Pulsa otra vez *Responder*.
answer-error-empty = Escribe la respuesta, por ejemplo: «La hoja de ROI está en el drive; la diapositiva 4 es la del director financiero».
answer-sent = :white_check_mark: Guardado. A quien lo pidió le llega en su horario de trabajo.
answer-nothing-asked = Mientras tanto se retiró la petición, así que no se ha enviado nada.
answer-members-only = Los invitados anotan lo que oyen y responden los miembros, así que no se ha enviado nada. Cuéntaselo a alguien del equipo para que lo envíe.
answer-told = { $known ->
    [yes] { $by } (marketing) responde a lo que pediste para *{ $account }*:
   *[no] { $by } (marketing) responde a lo que pediste:
}
answer-told-many = Marketing responde a { $count } cosas que pediste:
answer-to-what = Sobre: { $quote }
answer-by = { $by } respondió:
answer-due = { $count ->
    [one] Ventas te pidió algo y *hoy* toca responder:
   *[other] Ventas te pidió { $count } cosas y *hoy* toca responder:
}
answer-said = Marketing respondió: { $text }
