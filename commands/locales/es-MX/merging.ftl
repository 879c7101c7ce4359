duplicates-intro = Solo se revisaron los nombres. Decides tú: *Unir…* muestra antes lo que pasaría.
merge-done = { $merged } ya es parte de { $kept }. { $count ->
    [0] No había nada más que mover.
    [one] Se movió un registro.
   *[other] Se movieron { $count } registros.
}
merge-undone = { $merged } y { $kept } vuelven a ser dos cuentas. { $count ->
    [0] No había nada que regresar.
    [one] Regresó un registro.
   *[other] Regresaron { $count } registros.
}
merge-done-already = Las dos son ya { $name }, así que no cambió nada.
merge-unknown = No hay ninguna cuenta { $name }, así que no se unió nada. `/lazo cuenta` las muestra todas.
merge-went-elsewhere = Mientras tanto, { $name } se unió a { $into }, así que no cambió nada.
merge-stale = Una de las dos cambió mientras mirabas, así que no se unió nada. Así están ahora.
merge-deciders-only = Solo los admins y quienes llevan un equipo unen cuentas, así que no cambió nada. Pídeselo a uno de ellos.
merge-form-lost = Slack no abrió a tiempo la vista previa, así que no se unió nada. Intenta otra vez.
merge-means = «{ $merged }» seguirá llevando a *{ $kept }*. Puedes deshacerlo más adelante; lo que se agregue mientras tanto se queda en *{ $kept }*.
merge-count-stage_changes-account_id = { $count ->
    [one] 1 cambio de etapa
   *[other] { $count } cambios de etapa
}
duplicates-partly = Hay tantas cuentas que por ahora solo se pudieron comparar algunas. Vuelve a preguntar en un minuto y se empezará por otras.
duplicates-why-forms = Solo cambia el tipo de sociedad (como S.A. de C.V.) o una palabra como «Grupo».
