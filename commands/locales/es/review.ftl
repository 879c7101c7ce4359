# Las respuestas bajo el resumen, lo que se comenta en ellas y lo que se confirma antes.
review-reply = { $account } · { $why }
review-merged = { $account } es ahora { $into }. Lo que queda por hacer está en su respuesta, en este mismo hilo.
review-owners = Ventas: { $sales } · Marketing: { $marketing }
review-confirmed-by = confirmada por { $who }
review-decide = *Por decidir:* { $what }
review-decide-no_owner = quién la lleva
review-decide-stalled_without_step = qué toca ahora, o si se deja
review-decide-step_overdue = mantener, cambiar o descartar el paso atrasado
review-step = Siguiente: { $what } · { $who }, { $day }
review-step-late = :warning: Siguiente: { $what } · { $who }, era para el { $day }
review-no-step = *Sin próximo paso.*
review-now-in = :arrow_right: Ahora en { $stage }
review-now-won = :arrow_right: Ya está ganada
review-now-lost = :arrow_right: Ya está perdida
review-step-done = :white_check_mark: { $what } · lo hizo { $who }
review-step-dropped = :heavy_minus_sign: { $what } · lo descartó { $who }
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

confirm-title = { $n ->
    [one] Tu cuenta para la revisión del { $moment }
   *[other] Tus { $n } cuentas para la revisión del { $moment }
}
confirm-intro = ¿Están así? Confirma lo que esté bien y corrige lo que no. El resumen dirá qué cuentas están confirmadas.
confirm-thanks = Todo confirmado, gracias: el resumen lo dirá.
confirm-thanks-late = Todo confirmado, gracias: lo dicen las respuestas que hay bajo el resumen.
confirm-all = Las { $n } están bien
confirm-one = Está bien
confirm-fix = Corregir…
confirm-more = { $n ->
    [one] y { $n } más, que sale cuando confirmes estas
   *[other] y { $n } más, que salen cuando confirmes estas
}
confirm-stage = { $stage } desde el { $day }
confirm-no-stage = sin fase todavía
confirm-not-yours = Ahora esta cuenta la lleva otra persona, así que no se ha confirmado nada.
digest-accounts-confirmed = Confirmadas por quien las lleva: { $n } de { $total }
digest-accounts-unconfirmed = sin confirmar: { $accounts }
digest-decisions = *Decisiones pendientes*
digest-decide-no_owner = { $n ->
    [one] • ¿Quién lleva { $accounts }? Falta alguien en ventas o en marketing.
   *[other] • ¿Quién lleva { $accounts }? A cada una le falta alguien en ventas o en marketing.
}
digest-decide-stalled_without_step = { $n ->
    [one] • ¿Qué toca ahora en { $accounts }? No avanza ni tiene próximo paso: toca acordar uno o dejarla.
   *[other] • ¿Qué toca ahora en { $accounts }? No avanzan ni tienen próximo paso: toca acordar uno o dejarlas.
}
digest-decide-step_overdue = { $n ->
    [one] • ¿Se mantiene, se cambia o se descarta el paso atrasado de { $accounts }?
   *[other] • ¿Se mantienen, se cambian o se descartan los pasos atrasados de { $accounts }?
}
