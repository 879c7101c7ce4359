# Las respuestas bajo el resumen, lo que se comenta en ellas y lo que se confirma antes.
review-reply = { $account } · { $why }
review-owners = Ventas: { $sales } · Marketing: { $marketing }
review-confirmed-by = confirmada por { $who }
review-decide-no_owner = por decidir: quién la lleva
review-decide-stalled_without_step = por decidir: qué toca ahora, o si se deja
review-decide-step_overdue = por decidir: mantener, cambiar o quitar el paso atrasado
review-step = Siguiente: { $what } · { $who }, { $day }
review-step-late = { $n ->
    [one] :warning: Siguiente: { $what } · { $who }, era para el { $day } ({ $n } día de retraso)
   *[other] :warning: Siguiente: { $what } · { $who }, era para el { $day } ({ $n } días de retraso)
}
review-no-step = *Sin próximo paso.*
review-now-in = :arrow_right: Ahora en { $stage }
review-step-done = :white_check_mark: { $what } · hecho por { $who }
review-step-dropped = :heavy_minus_sign: { $what } · descartado por { $who }
review-comment-said = 💬 { $who }: { $text }
review-comments-before = { $n ->
    [one] { $n } comentario anterior
   *[other] { $n } comentarios anteriores
}
review-comment = Comentar…
review-comment-title = Comentario
review-comment-what = ¿Qué deberían saber los dos equipos?
review-comment-empty = Escribe qué deberían saber los dos equipos.
review-rest = { $n ->
    [one] Una cuenta más
   *[other] { $n } cuentas más
}
review-rest-more = { $n ->
    [one] y { $n } más: `/lazo cuenta` con su nombre la muestra
   *[other] y { $n } más: `/lazo cuenta` con un nombre muestra cada una
}
