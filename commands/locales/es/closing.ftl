review-it = Revisarla
review-wanted-one = *{ $deal }* se ha cerrado: { $outcome }. ¿Qué inclinó la balanza? Noventa segundos ahora que está fresco ayudan a la próxima.
review-wanted-many = Se han cerrado { $count } oportunidades. ¿Qué inclinó la balanza en cada una? Noventa segundos por cada una, ahora que está fresco.
review-wanted-rest = { $count ->
    [one] También se ha cerrado otra:
   *[other] También se han cerrado otras { $count }:
} con `{ $command } pendientes` las ves todas.
review-wanted-answered = :white_check_mark: *{ $deal }* ya está revisada. Gracias.
review-wanted-withdrawn = :leftwards_arrow_with_hook: *{ $deal }* vuelve a estar abierta, así que ahora no hay nada que revisar.
review-wanted-left = { $owner }, que la llevaba, ya no está aquí. Por eso te llega a ti.
review-wanted-nobody = No consta quién la llevaba: que lo cuente quien sepa cómo fue.
review-wanted-asked = Se le ha pedido a { $asked }
review-due-on = tu visión, a más tardar el { $day }
review-due-today = *hoy* toca tu visión
review-due-since = estaba prevista para el { $day }
review-due-title = { $count ->
    [0] Ninguna oportunidad cerrada espera tu visión
    [one] Una oportunidad cerrada espera tu visión
   *[other] { $count } oportunidades cerradas esperan tu visión
}
review-due-team = { $count ->
    [one] Una oportunidad cerrada de tu equipo espera su revisión
   *[other] { $count } oportunidades cerradas de tu equipo esperan su revisión
}
review-due-late = { $count ->
    [0] todas en plazo
    [one] una con retraso
   *[other] { $count } con retraso
}
review-due-oldest = la más antigua se pidió el { $day }
review-home-team = { $ages } · `/lazo cierre pendientes` las muestra
review-due-none = Ninguna oportunidad cerrada espera revisión. Aun así, cualquiera admite una visión más: `{ $command } Acme: perdida ante HubSpot, precio`

deal-closed = Cerrada: { $deal }
deal-corrected = Corregida: { $deal }
deal-reopened = Abierta otra vez: { $deal }
deal-unchanged = Ya consta así: { $deal }
deal-closed-asked = Se le pide la revisión a { $asked }, en su horario de trabajo.
deal-closed-instead = { $owner }, que la llevaba, ya no está aquí: se le pide la revisión a { $asked }, en su horario de trabajo.
deal-closed-yours = Es tu oportunidad, así que no se le pide a nadie más: ¿qué inclinó la balanza?
deal-closed-unasked = No consta quién la llevaba, así que la revisión se pide en el canal del equipo, si hay uno.
deal-closed-nobody = Por este cierre ya se preguntó, así que no se vuelve a preguntar.
deal-reopened-views = Ahora nadie debe una revisión. Las visiones que se dieron se quedan con el cierre anterior; cuando vuelva a cerrarse, se preguntará de nuevo.
deal-reopen = Volver a abrirla
deal-close-how = ¿Cómo acabó?
deal-close-choose = ¿Cuál se ha cerrado, y cómo?
deal-reopen-choose = ¿Cuál vuelve a estar abierta?
deal-close-ask = ¿Qué oportunidad se ha cerrado, y cómo? Por ejemplo: `{ $command } cerrar Acme perdida ante HubSpot`
deal-reopen-ask = ¿Qué oportunidad vuelve a estar abierta? Por ejemplo: `{ $command } reabrir Acme`
deal-close-none = Ninguna oportunidad se llama «{ $name }», así que no ha cambiado nada. Escribe el nombre de la oportunidad o de la cuenta tal como lo conoce Lazo, por ejemplo: `{ $command } cerrar Acme ganada`
deal-reopen-none = Ninguna oportunidad se llama «{ $name }», así que no ha cambiado nada. Escribe el nombre de la oportunidad o de la cuenta tal como lo conoce Lazo, por ejemplo: `{ $command } reabrir Acme`
deal-not-yours = Cómo queda una oportunidad solo lo dicen quien la lleva, su suplente, su responsable, quien dirige ventas o un admin, así que no ha cambiado nada. Tu visión cuenta igual.
deal-members-only = Los invitados anotan lo que oyen, pero no deciden cómo queda una oportunidad, así que no ha cambiado nada. Tu visión cuenta igual.
deal-gone = Esta oportunidad ya no está aquí, así que no ha cambiado nada.
