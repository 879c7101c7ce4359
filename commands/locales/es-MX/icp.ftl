# Only what differs from Spanish of Spain.
icp-intro = A quién vale la pena dedicar el tiempo de los dos equipos, según lo acordado. Crece con cambios: alguien propone uno con lo que vio, y decide un admin o quien dirige un equipo.
icp-reason = ¿Qué viste?
icp-error-many = Ya hay veinte cambios pendientes: primero hay que decidir algunos. No se propuso nada, y lo que escribiste sigue aquí.
icp-deciders-only = Un cambio solo lo deciden los admins y quienes dirigen un equipo, y solo lo retira quien lo propuso. No cambió nada.
icp-stale = Este cambio ya no está pendiente: se decidió o se retiró. No cambió nada; la lista muestra cómo está ahora.
icp-told-accepted = { $person } *aceptó* tu cambio en el perfil de cliente ideal. { $part }: { $text }
icp-told-declined = { $person } *rechazó* tu cambio en el perfil de cliente ideal. { $part }: { $text }
digest-icp-accepted = { $n ->
    [one] Este mes se acordó un cambio:
   *[other] Este mes se acordaron { $n } cambios:
}
icp-part-changed = Desde que lo miraste se aceptó otro cambio en esta parte, así que este *no* se aceptó. Abajo está lo que dice ahora: decide otra vez.
