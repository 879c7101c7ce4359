# How accounts get on: the digest's first section, and an account's card.
digest-accounts-stalled = *Sin avanzar* ({ $n })
digest-accounts-moved = *Con movimiento* ({ $n })
digest-accounts-due = *Próximos pasos hasta el domingo, o con retraso* ({ $n })
digest-accounts-renewals = *Renovaciones en los próximos { $days } días* ({ $n })
digest-accounts-without-owner = { $n ->
    [one] A { $n } de { $total } cuentas le falta quien la lleve en ventas o en marketing
   *[other] A { $n } de { $total } cuentas les falta quien las lleve en ventas o en marketing
}
digest-accounts-name-owners = dilo con `/lazo cuenta`
digest-account-tier = *{ $name }* (nivel { $tier })
digest-account-standing = { $n ->
    [one] { $n } día en { $stage }, límite { $limit }
   *[other] { $n } días en { $stage }, límite { $limit }
}
digest-account-stalled = { $account }: { $standing } · { $why } · { $next }
digest-account-busy = { $n ->
    [one] se trabaja, pero no avanza: un contacto en { $days } días
   *[other] se trabaja, pero no avanza: { $n } contactos en { $days } días
}
digest-account-quiet = { $n ->
    [one] parada: último contacto hace { $n } día
   *[other] parada: último contacto hace { $n } días
}
digest-account-never-touched = parada: no consta ningún contacto
digest-account-moved = { $account }: { $moves } · { $next }
digest-account-closed = { $account }: { $moves }
digest-account-due = { $account }: { $next }
digest-account-renewal = { $account }: renueva el { $day }
digest-account-no-step = *sin próximo paso*
digest-account-step = siguiente: { $what } ({ $who }, { $day })
digest-account-step-late = { $n ->
    [one] siguiente: { $what } ({ $who }, { $day }: { $n } día de retraso)
   *[other] siguiente: { $what } ({ $who }, { $day }: { $n } días de retraso)
}
digest-account-more-steps = { $n ->
    [one] y { $n } paso más
   *[other] y { $n } pasos más
}
digest-move-forward = { $before } → { $stage }
digest-move-back = vuelve de { $before } a { $stage }
digest-move-entered = ahora en { $stage }
digest-move-won = ganada
digest-move-lost = perdida
ended-won = Ganada
ended-lost = Perdida

progress-stage = *Fase:* { $stage }, desde el { $moment }
progress-no-stage = *Fase:* nadie la ha indicado todavía
progress-touched = *Último contacto:* { $moment }
progress-never-touched = *Último contacto:* no consta ninguno
progress-steps = *Próximos pasos:*
progress-no-steps = *Próximos pasos:* ninguno todavía
progress-step = • { $what } · { $who }, { $day }
progress-step-late = • :warning: { $what } · { $who }, era para el { $day }
progress-done = Hecho
progress-change-step = Cambiar…
progress-drop = Descartar
progress-new-step = Próximo paso…
progress-change-stage = Cambiar de fase…
progress-log-meeting = Anotar una reunión…
progress-step-title = Próximo paso
progress-step-change-title = Cambiar el paso
progress-step-what = ¿Qué toca ahora?
progress-step-example = Enviar el estudio de migración a su responsable de TI
progress-step-owner = ¿Quién lo hace?
progress-step-due = ¿Para cuándo?
progress-step-saved = Próximo paso guardado
progress-step-ended = Paso hecho
progress-step-dropped = Paso descartado
progress-step-ended-before = Alguien cambió este paso antes que tú: así está ahora
progress-stage-title = Cambiar de fase
progress-stage-deal = ¿Qué oportunidad?
progress-stage-which = ¿En qué fase está ahora?
progress-stage-new-deal = Todavía no hay una oportunidad abierta: al guardar se crea una llamada «{ $name }».
progress-stage-closed = ¿Ganada o perdida? Dilo con `/lazo cierre cerrar` y su nombre.
progress-stage-saved = Fase guardada
progress-meeting-title = Anotar una reunión
progress-meeting-day = ¿Cuándo fue?
progress-meeting-note = ¿Qué salió de ella?
progress-meeting-saved = Reunión guardada
progress-error-empty = Escribe qué toca ahora.
progress-error-owner = Elige quién lo hace.
progress-error-day = Elige un día.
progress-error-future = Ese día aún no ha llegado. Anótalo como próximo paso.
progress-error-old = De eso hace más de dos años. Mira bien el año.
progress-error-far = Faltan más de dos años. Mira bien el año.
progress-error-past = Ese día ya ha pasado. Elige para cuándo estará hecho.
progress-error-step-changed = Alguien ha cambiado o cerrado este paso mientras tanto, así que no se ha guardado nada. Cierra esto y mira cómo está ahora.
progress-error-stage = Elige una fase.
progress-error-not-yours = La fase solo la dicen quien lleva la cuenta, su suplente, un responsable o un admin, así que no ha cambiado nada. Pídeselo a uno de ellos.
progress-stage-retired = *Fase:* { $stage } (ya no se usa), desde el { $moment }
progress-stage-limit = { $count ->
    [one] límite { $count } día
   *[other] límite { $count } días
}
progress-stage-over = :warning: *Sin avanzar:* lleva ahí { $days } días; el límite es { $count }
progress-stage-ask = Pedírselo a marketing
progress-stage-ask-box = Necesitamos este apoyo ahora
progress-stage-ask-hint = Quien lleva la cuenta en marketing ve la nueva fase en su lista diaria; si marcas la casilla, en cuanto empiece a trabajar.
progress-stage-agreed = Los responsables de equipo y los admins acuerdan las fases con `/lazo fases`.
progress-support = *{ $stages }*: { $support }
progress-support-now = *Lo que aporta marketing aquí:* { $support }
progress-error-not-offered = Esta fase ya no se usa. Elige otra.
support-early = dar a conocer la marca, con algo de personalización
support-middle = contenido pensado para esta cuenta, y ayuda para que ventas lo use
support-late = pruebas y casos de éxito, y el apoyo directo de la dirección
progress-told = { $count ->
    [one] Una cuenta ha cambiado de fase
   *[other] { $count } cuentas han cambiado de fase
}
progress-told-asked = { $count ->
    [one] Ventas necesita ya el apoyo de marketing para una cuenta
   *[other] Ventas necesita ya el apoyo de marketing para { $count } cuentas
}
progress-told-moved = *{ $account }*: { $before } → *{ $stage }*
progress-told-first = *{ $account }*: ahora en *{ $stage }*
progress-told-next = Para ver una cuenta o apuntar un próximo paso: `/lazo cuenta` y su nombre
