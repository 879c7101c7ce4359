# Lo que dicen los registros, tal como lo citan las respuestas. Las cifras salen de aquí, nunca de lo que escribe una máquina.
lookup-period = { $weeks ->
    [one] esta semana
   *[other] últimas { $weeks } semanas
}
lookup-last-week = semana pasada
lookup-all = Todo junto
lookup-nobody = nadie
lookup-no-tier = ninguno
lookup-no-account = Sin cuenta
lookup-no-reason = sin motivo indicado
lookup-objections-count = { $theme }: { $count } de { $total } objeciones ({ $period })
lookup-objections-count-account = { $account } · { $theme }: { $count } de { $total } objeciones ({ $period })
lookup-objections-meaning = Objeciones: las registradas en este periodo ({ $period }, incluida la actual), cada una una vez y con el tema que tiene ahora; sin las retiradas. Notas: las últimas, no todas.
lookup-arguments-meaning = Argumentos: las notas de este periodo ({ $period }) que nombran uno, primero los que funcionaron; no son todas.
lookup-objection = { $account } · { $theme } · { $day }
lookup-objection-argued = { $note } · argumento: { $worked }
lookup-ended = { $outcome }: { $count } de { $total } oportunidades revisadas ({ $period })
lookup-reason-won = Motivo principal de lo ganado: { $reason }, { $count } de { $n } oportunidades ganadas ({ $period })
lookup-reason-not-won = Motivo principal de lo no ganado: { $reason }, { $count } de { $n } oportunidades ({ $period })
lookup-reviews-meaning = Cierres: oportunidades revisadas en este periodo ({ $period }), cada una una vez aunque haya varias visiones de ella; solo motivos principales. Las que nadie revisó no cuentan.
lookup-review = { $account } · { $outcome } · { $reason } · { $day }
lookup-quality = { $source } ({ $period }): { $quality }
lookup-quality-meaning = Calidad de leads: los valorados en este periodo ({ $period }), cada uno una vez, como lo ve quien decide sobre él. El porcentaje se muestra a partir de { $n } leads.
lookup-scorecard = { $group } ({ $period }): { $line }
lookup-scorecard-meaning = Indicadores: leads traspasados en este periodo ({ $period }), cada uno una vez, según lo primero que pasó con él. Cumplidos = compromisos cumplidos ÷ vencidos. Los tiempos son mediana / nueve de cada diez. Con menos de { $minimum } casos no se muestra porcentaje.
lookup-handoffs-mine = { $n ->
    [one] Tienes 1 traspaso abierto, con retraso: { $late }
   *[other] Tienes { $count } traspasos abiertos, con retraso: { $late }
}
lookup-handoffs-team = { $n ->
    [one] Tu equipo tiene 1 traspaso abierto, con retraso: { $late }
   *[other] Tu equipo tiene { $count } traspasos abiertos, con retraso: { $late }
}
lookup-handoffs-meaning = Traspasos: como están ahora; con retraso = pasado el primer plazo que vence, sin contar los pausados.
lookup-handoff = Traspaso { $lead }: { $state }
lookup-handoff-due = { $handoff }; { $what } antes del { $when }
lookup-account = { $account }: nivel { $tier }, responsable de ventas { $sales }, responsable de marketing { $marketing }
lookup-stage = { $account } está en la fase { $stage } desde el { $day }
lookup-contact = { $account }: último contacto el { $day }
lookup-step = { $account }: próximo paso antes del { $day }
lookup-step-late = { $account }: próximo paso, vencía el { $day }
lookup-account-meaning = Cuenta: como está ahora. Su fase es la de su oportunidad abierta más avanzada; un contacto es un intento, una reunión o un paso terminado.
lookup-accounts = { $n ->
    [one] 1 cuenta revisada: { $moved } avanzaron, { $stalled } paradas
   *[other] { $total } cuentas revisadas: { $moved } avanzaron, { $stalled } paradas
}
lookup-moved = { $account } se movió y está ahora en { $stage }
lookup-stalled = { $account } está parada: { $days ->
    [one] 1 día
   *[other] { $days } días
} en { $stage }, límite { $limit }
lookup-accounts-meaning = Cuentas: la semana del lunes { $monday }. Parada = sin cambio de fase durante más tiempo del que admite la fase.
