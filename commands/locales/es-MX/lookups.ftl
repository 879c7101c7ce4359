# Only what differs from Spanish of Spain.
lookup-quality-meaning = Calidad de leads: los calificados en este periodo ({ $period }), cada uno una vez, como lo ve quien decide sobre él. El porcentaje se muestra a partir de { $n } leads.
lookup-stage = { $account } está en la etapa { $stage } desde el { $day }
lookup-account-meaning = Cuenta: como está ahora. Su etapa es la de su oportunidad abierta más avanzada; un contacto es un intento, una reunión o un paso terminado.
lookup-stalled = { $account } está detenida: { $days ->
    [one] 1 día
   *[other] { $days } días
} en { $stage }, límite { $limit }
lookup-accounts = { $n ->
    [one] 1 cuenta revisada: { $moved } avanzaron, { $stalled } detenidas
   *[other] { $total } cuentas revisadas: { $moved } avanzaron, { $stalled } detenidas
}
lookup-accounts-meaning = Cuentas: la semana del lunes { $monday }. Detenida = sin cambio de etapa durante más tiempo del que admite la etapa.
