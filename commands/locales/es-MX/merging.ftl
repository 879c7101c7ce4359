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
merges-none = No se unió ninguna cuenta. Para ver cuáles pueden ser la misma empresa: `{ $command } duplicados`
merge-done-already = Las dos son ya { $name }, así que no cambió nada.
merge-unknown = No hay ninguna cuenta { $name }, así que no se unió nada.
merge-went-elsewhere = Mientras tanto, { $name } se unió a { $into }, así que no cambió nada.
merge-stale = Una de las dos cambió mientras mirabas, así que no se unió nada. Así están ahora.
merge-deciders-only = Solo los admins y quienes llevan un equipo unen cuentas. No cambió nada.
merge-form-lost = Slack no abrió a tiempo la vista previa. No se unió nada; intenta otra vez.
