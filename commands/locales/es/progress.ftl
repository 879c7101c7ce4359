# How accounts get on: the digest's first section, and an account's card.
digest-accounts-stalled = *Sin avanzar* ({ $n })
digest-accounts-moved = *Con movimiento* ({ $n })
digest-accounts-due = *Próximos pasos hasta el domingo, o con retraso* ({ $n })
digest-accounts-without-owner = { $n ->
    [one] A { $n } de { $total } cuentas le falta quien la lleve en ventas o en marketing: dilo con `/cuenta`
   *[other] A { $n } de { $total } cuentas les falta quien las lleve en ventas o en marketing: dilo con `/cuenta`
}
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
stage-won = Ganada
stage-lost = Perdida
