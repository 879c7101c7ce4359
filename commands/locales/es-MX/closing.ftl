review-wanted-one = *{ $deal }* se cerró: { $outcome }. ¿Qué inclinó la balanza? Noventa segundos ahora que está fresco ayudan a la próxima.
review-wanted-many = Se cerraron { $count } oportunidades. ¿Qué inclinó la balanza en cada una? Noventa segundos por cada una, ahora que está fresco.
review-wanted-rest = { $count ->
    [one] También se cerró otra:
   *[other] También se cerraron otras { $count }:
} con `{ $command } pendientes` las ves todas.
review-wanted-asked = Se le pidió a { $asked }
deal-close-choose = ¿Cuál se cerró, y cómo?
deal-close-ask = ¿Qué oportunidad se cerró, y cómo? Por ejemplo: `{ $command } cerrar Acme perdida ante HubSpot`
deal-close-none = Ninguna oportunidad se llama «{ $name }», así que no cambió nada. Escribe el nombre de la oportunidad o de la cuenta tal como lo conoce Lazo, por ejemplo: `{ $command } cerrar Acme ganada`
deal-reopen-none = Ninguna oportunidad se llama «{ $name }», así que no cambió nada. Escribe el nombre de la oportunidad o de la cuenta tal como lo conoce Lazo, por ejemplo: `{ $command } reabrir Acme`
deal-not-yours = Cómo queda una oportunidad solo lo dicen quien la lleva, su suplente, su jefe o jefa, quien dirige ventas o un admin, así que no cambió nada. Tu visión cuenta igual.
deal-members-only = Los invitados anotan lo que oyen, pero no deciden cómo queda una oportunidad, así que no cambió nada. Tu visión cuenta igual.
deal-gone = Esta oportunidad ya no está aquí, así que no cambió nada.
review-due-late = { $count ->
    [0] todas a tiempo
    [one] una atrasada
   *[other] { $count } atrasadas
}
deal-close-how = ¿Cómo terminó?
