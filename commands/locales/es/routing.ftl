routing-title = Quién recibe leads
routing-intro = Primero va quien lleva la cuenta. Si no, decide la primera regla que encaje y, donde no haya ninguna, el turno.
routing-intro-reader = Primero va quien lleva la cuenta. Si no, decide la primera regla que encaje y, donde no haya ninguna, el turno. Lo cambian los admins y quien dirige un equipo.
routing-rules = Reglas, en el orden en que se prueban
routing-rule = { $place }. { $leads } → { $goes }
routing-no-rules = No hay reglas: los leads de cuentas sin responsable de ventas van por turnos.
routing-new = Regla nueva…
routing-seat = Quién participa…
routing-try = Probar…
routing-more = { $count ->
    [one] Hay uno más que no se muestra.
   *[other] Hay { $count } más que no se muestran.
}
routing-act-edit = Editar…
routing-act-up = Subir
routing-act-down = Bajar
routing-act-remove = Quitar
routing-to-pool = turno «{ $pool }»
routing-to-nobody = nadie
routing-pool-default = ventas
routing-pool-head = Turno «{ $pool }»
routing-pool-empty = Todavía no participa nadie, así que los leads siguen con la regla siguiente. Añade gente con «Quién participa…».
routing-next = Le toca a { $person }
routing-open = { $count ->
    [one] uno abierto
   *[other] { $count } abiertos
}
routing-open-of = { $count } de { $cap } abiertos
routing-last = último turno: { $when }
routing-never = sin turno todavía
routing-given = { $count ->
    [one] un turno
   *[other] { $count } turnos
}
routing-fair = Los turnos son los de los últimos { $days } días. Entre quienes pueden coger un lead, le toca a quien lleva más tiempo sin turno. Solo los admins y quien dirige un equipo ven cuántos son.
routing-out = No participan: { $people }

routing-form-title = Una regla
routing-form-intro = Los leads que cumplan todas las condiciones que pongas van a una persona o a un turno.
routing-territory = Territorio
routing-territory-hint = Como figure en la cuenta o en el lead, por ejemplo: España. Vacío: cualquiera.
routing-segment = Segmento
routing-segment-hint = Por ejemplo: gran empresa. Vacío: cualquiera.
routing-source = Origen
routing-source-hint = Por ejemplo: webinar. Vacío: cualquiera.
routing-owner = Van a
routing-owner-hint = Una persona; o déjalo vacío y pon un turno.
routing-pool = O a un turno
routing-pool-hint = Por ejemplo: ventas, para todo el equipo de ventas; o un nombre nuevo, como: iberia.
routing-seat-title = Quién participa
routing-seat-intro = Todo el equipo de ventas participa en el turno «ventas». Aquí puedes sacar a alguien, volver a incluirlo o añadir a otra persona.
routing-seat-pool = Turno
routing-seat-person = Persona
routing-seat-part = Participa
routing-seat-part-box = Recibe leads por turnos
routing-seat-part-hint = Sin la marca se queda fuera. Sus turnos se conservan.
routing-seat-cap = Traspasos abiertos como máximo
routing-seat-cap-hint = Vacío: lo que haya puesto con /lazo yo.
routing-try-title = ¿A quién le llegaría?
routing-try-go = Ver
routing-try-note = En este momento. No se guarda nada ni se gasta el turno de nadie.
routing-company = Empresa
routing-company-hint = Con el nombre de una cuenta, primero va quien la lleva.
routing-any-company = Cualquier empresa
routing-by-rule = Regla { $rule }

routing-error-nothing = Pon al menos una condición. Los leads que no encajen en ninguna regla ya van por turnos.
routing-error-both = Elige una persona o un turno, no los dos.
routing-error-nobody = Elige una persona o pon un turno.
routing-error-person = Elige a una persona.
routing-error-cap = Escribe un número entero del 1 al 999 o déjalo vacío.
routing-saved = Guardado. Vale para los leads que se pasen a partir de ahora.
routing-moved = El orden ha cambiado, para los leads que se pasen a partir de ahora.
routing-removed = La regla ya no está. Los leads que ya había repartido se quedan donde están.
routing-stale = Alguien ha cambiado o quitado esta regla mientras tanto, así que no se ha cambiado nada. La lista muestra cómo está ahora.
routing-deciders-only = Solo los admins y quien dirige un equipo cambian quién recibe los leads. No se ha cambiado nada.
