# Only what differs from Spanish of Spain.
icp-intro = A quién vale la pena dedicar el tiempo de los dos equipos, según lo acordado. Crece con cambios: alguien propone uno con lo que vio y decide un admin o quien lleva un equipo.
icp-reason = ¿Qué viste?
icp-error-many = Ya esperan veinte cambios: primero hay que decidir algunos. No se propuso nada, y lo que escribiste sigue aquí.
icp-deciders-only = Un cambio solo lo deciden los admins y quienes llevan un equipo, y solo lo retira quien lo propuso. No cambió nada.
icp-stale = Alguien decidió sobre este cambio antes que tú. La lista muestra cómo está ahora.
icp-told-accepted = { $person } *aceptó* tu cambio en el perfil de cliente ideal. { $part }: { $text }
icp-told-declined = { $person } *rechazó* tu cambio en el perfil de cliente ideal. { $part }: { $text }
icp-told-withdrawn = Tu cambio en el perfil de cliente ideal se retiró. { $part }: { $text }
digest-icp-accepted = { $n ->
    [one] Este mes se acordó un cambio:
   *[other] Este mes se acordaron { $n } cambios:
}
