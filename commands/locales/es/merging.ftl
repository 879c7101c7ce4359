duplicates-title = { $count ->
    [one] Un par de cuentas puede ser la misma empresa
   *[other] { $count } pares de cuentas pueden ser la misma empresa
}
duplicates-intro = Solo se han mirado los nombres. Decides tú: *Unir…* muestra antes lo que pasaría.
duplicates-partly = Hay tantas cuentas que ahora solo se han podido comparar algunas. Vuelve a preguntar dentro de un minuto y se empezará por otras.
duplicates-none = No hay dos cuentas que parezcan la misma empresa. Si sabes de dos que lo son, por ejemplo: `{ $command } unir ACME Inc. con Acme`
duplicates-pair = *{ $first }* y *{ $second }*
duplicates-why-forms = Solo cambia la forma jurídica o una palabra como «Grupo».
duplicates-why-order = Las mismas palabras en otro orden.
duplicates-why-spaces = Las mismas letras, juntas o separadas.
duplicates-why-slip = Solo cambia alguna letra.
merge-open = Unir…
merge-apart = No son la misma
merge-title = Unir cuentas
merge-asks = { $merged } pasa a formar parte de { $kept }.
merge-swap = Quedarse con «{ $name }»
merge-values = Lo que dirá { $kept }
merge-value-taken = { $field }: { $value } (de { $name })
merge-value-stays = { $field }: { $value }
merge-value-over = { $field }: { $value } (no { $other })
merge-field-sales_owner_id = Responsable de ventas
merge-field-marketing_owner_id = Responsable de marketing
merge-field-tier = Nivel
merge-field-territory = Territorio
merge-field-segment = Segmento
merge-field-relation = Cliente o no
merge-field-renewal_on = Renovación
merge-field-crm_id = Código del CRM
merge-field-crm_url = Enlace al CRM
merge-moving = Lo que se mueve
merge-moving-nothing = Todavía no hay nada anotado; se mueve el nombre.
merge-count-account_comments-account_id = { $count ->
    [one] un comentario
   *[other] { $count } comentarios
}
merge-count-account_confirmations-account_id = { $count ->
    [one] una confirmación
   *[other] { $count } confirmaciones
}
merge-count-account_steps-account_id = { $count ->
    [one] 1 próximo paso
   *[other] { $count } próximos pasos
}
merge-count-account_touches-account_id = { $count ->
    [one] 1 contacto
   *[other] { $count } contactos
}
merge-count-accounts-merged_into_id = { $count ->
    [one] 1 nombre más
   *[other] { $count } nombres más
}
merge-count-buying_group_people-account_id = { $count ->
    [one] 1 persona del comité de compra
   *[other] { $count } personas del comité de compra
}
merge-count-deals-account_id = { $count ->
    [one] 1 oportunidad
   *[other] { $count } oportunidades
}
merge-count-handoffs-account_id = { $count ->
    [one] 1 traspaso
   *[other] { $count } traspasos
}
merge-count-intent_signals-account_id = { $count ->
    [one] 1 señal de interés
   *[other] { $count } señales de interés
}
merge-count-leads-account_id = { $count ->
    [one] 1 lead
   *[other] { $count } leads
}
merge-count-notices-subject_id = { $count ->
    [one] 1 aviso
   *[other] { $count } avisos
}
merge-count-objections-account_id = { $count ->
    [one] 1 objeción
   *[other] { $count } objeciones
}
merge-count-review_replies-account_id = { $count ->
    [one] una respuesta en una revisión
   *[other] { $count } respuestas en revisiones
}
merge-count-stage_changes-account_id = { $count ->
    [one] 1 cambio de fase
   *[other] { $count } cambios de fase
}
merge-count-target_entries-account_id = { $count ->
    [one] 1 lugar en una lista de cuentas objetivo
   *[other] { $count } lugares en listas de cuentas objetivo
}
merge-count-timers-subject_id = { $count ->
    [one] 1 plazo
   *[other] { $count } plazos
}
merge-count-win_loss_reviews-account_id = { $count ->
    [one] 1 revisión de cierre
   *[other] { $count } revisiones de cierre
}
merge-means = «{ $merged }» seguirá llevando a *{ $kept }*. Puedes deshacerlo más adelante; lo que se añada mientras tanto se queda en *{ $kept }*.
merge-do = Unir
merge-done = { $merged } ya es parte de { $kept }. { $count ->
    [0] No había nada más que mover.
    [one] Se ha movido una anotación.
   *[other] Se han movido { $count } anotaciones.
}
merge-undo = Deshacer
merge-undone = { $merged } y { $kept } vuelven a ser dos cuentas. { $count ->
    [0] No había nada que devolver.
    [one] Ha vuelto una anotación.
   *[other] Han vuelto { $count } anotaciones.
}
merge-undone-stayed = Estos campos de { $kept } se cambiaron después, así que se quedan como están: { $fields }.
merges-title = Cuentas unidas
merges-line = { $merged } → { $kept } · { $person }, { $when }
merges-none = No hay cuentas unidas. Para ver cuáles pueden ser la misma empresa: `{ $command } duplicadas`
merge-same = { $first } y { $second } ya son la misma cuenta: { $name }.
merge-done-already = Las dos son ya { $name }, así que no ha cambiado nada.
merge-unknown = No hay ninguna cuenta { $name }, así que no se ha unido nada. `/lazo cuenta` las muestra todas.
merge-went-elsewhere = Mientras tanto, { $name } se ha unido a { $into }, así que no ha cambiado nada.
merge-stale = Una de las dos ha cambiado mientras mirabas, así que no se ha unido nada. Así están ahora.
merge-undone-already = { $merged } ya se separó de { $kept }.
merge-undo-later-first = Después de eso, { $merged } se unió a { $kept }. Deshaz primero esa unión.
merge-deciders-only = Solo los admins y quienes llevan un equipo unen cuentas, así que no ha cambiado nada. Pídeselo a uno de ellos.
merge-form-lost = Slack no ha abierto a tiempo la vista previa, así que no se ha unido nada. Prueba otra vez.
account-other-names = También se llama: { $names }
