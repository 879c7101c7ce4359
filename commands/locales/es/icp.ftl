# The ideal customer profile.
icp-title = Cliente ideal
icp-intro = A quién merece la pena dedicar el tiempo de los dos equipos, según lo acordado. Crece con cambios: alguien propone uno con lo que ha visto, y decide un admin o quien dirige un equipo.
icp-part-industry = Sector
icp-part-size = Tamaño de empresa
icp-part-region = Región
icp-part-buyers = Quién decide en la empresa
icp-part-need = Para qué nos necesitan
icp-part-not_us = Quién no encaja
icp-nothing-yet = _Aún no hay nada acordado_
icp-since = desde el { $day }, a propuesta de { $person }
icp-propose = Proponer un cambio…
icp-waiting = { $count ->
    [one] Un cambio está pendiente de decisión
   *[other] { $count } cambios están pendientes de decisión
}
icp-proposed = { $person } lo propuso el { $day }
icp-why = Por qué: { $reason }
icp-who-decides = Deciden los admins y quienes dirigen un equipo, de preferencia en la revisión mensual; su resumen enumera lo pendiente.
icp-act-accepted = Aceptar
icp-act-declined = Rechazar
icp-act-withdrawn = Retirar
icp-form-title = Proponer un cambio
icp-form-do = Proponer
icp-which = ¿Qué parte?
icp-text = ¿Qué debería decir?
icp-text-hint = Todo lo que dirá esta parte a partir de entonces, por ejemplo: «Fabricantes de 50 a 500 personas».
icp-reason = ¿Qué has visto?
icp-reason-hint = Por ejemplo: «Cuatro de las seis oportunidades que perdimos en mayo tenían menos de 20 personas».
icp-error-part = Elige una parte.
icp-error-empty = Escribe unas palabras.
icp-error-long = Es demasiado largo: acórtalo, por favor.
icp-error-known = Esta parte ya dice eso, o ya hay un cambio pendiente que lo dice.
icp-error-many = Ya hay veinte cambios pendientes: primero hay que decidir algunos. No se ha propuesto nada, y lo que has escrito sigue aquí.
icp-members-only = Los invitados leen el perfil; los cambios los proponen los miembros.
icp-deciders-only = Un cambio solo lo deciden los admins y quienes dirigen un equipo, y solo lo retira quien lo propuso. No ha cambiado nada.
icp-stale = Este cambio ya no está pendiente: se ha decidido o retirado. No ha cambiado nada; la lista muestra cómo está ahora.
icp-done-proposed = Propuesto. Queda pendiente hasta que decida un admin o quien dirige un equipo; el resumen mensual, si lo hay, lo enumera.
icp-done-accepted = Aceptado: el perfil ya lo dice
icp-done-declined = Rechazado: el perfil sigue como estaba
icp-done-withdrawn = Retirado
icp-told-accepted = { $person } ha *aceptado* tu cambio en el perfil de cliente ideal. { $part }: { $text }
icp-told-declined = { $person } ha *rechazado* tu cambio en el perfil de cliente ideal. { $part }: { $text }
icp-told-where = `/lazo icp` muestra el perfil.
digest-icp = Perfil de cliente ideal
digest-icp-waiting = { $n ->
    [one] Un cambio propuesto está pendiente de decisión:
   *[other] { $n } cambios propuestos están pendientes de decisión:
}
digest-icp-accepted = { $n ->
    [one] Este mes se ha acordado un cambio:
   *[other] Este mes se han acordado { $n } cambios:
}
digest-icp-change = { $part }: «{ $text }» · Por qué: { $reason }
digest-icp-where = `/lazo icp` tiene el perfil completo; allí deciden los admins y quienes dirigen un equipo.
icp-full = Hay veinte cambios pendientes: se podrán proponer más cuando se decidan algunos.
icp-now = Ahora: { $text }
icp-standing = Lo que dice el perfil ahora
icp-decided = Últimas decisiones
icp-was-accepted = *{ $part }*: { $text } · { $person } lo aceptó el { $day }
icp-was-declined = *{ $part }*: { $text } · { $person } lo rechazó el { $day }
icp-part-changed = Desde que lo miraste se ha aceptado otro cambio en esta parte, así que este *no* se ha aceptado. Abajo está lo que dice ahora: decide otra vez.
icp-home = { $count ->
    [one] Un cambio del perfil de cliente ideal está pendiente de decisión
   *[other] { $count } cambios del perfil de cliente ideal están pendientes de decisión
}
icp-home-open = Abrir el perfil
