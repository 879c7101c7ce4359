# Only what differs from Spanish of Spain.
account-form-crm = Liga al CRM
account-error-unknown-person = Slack no nos dijo quién es. Intenta de nuevo en un momento.
account-error-not-a-member = Los invitados, los bots, la gente de otras organizaciones y quien ya no está no pueden llevar una cuenta. Elige a alguien de tu equipo.
account-members-only = Solo los miembros de este espacio de trabajo pueden decir quién lleva una cuenta. Pídeselo a alguien de tu equipo.
account-saved-nobody = Sin responsable de marketing, las objeciones de esta cuenta le llegan al canal de marketing, si lo hay (`/lazo configuracion`).
account-stale = Alguien cambió esta cuenta entretanto, así que tu cambio *no* se guardó. Los campos muestran cómo está ahora.
account-form-lost = El formulario de *{ $name }* no se pudo abrir porque Slack ya había cerrado la solicitud. No se perdió nada: presiona el botón.
account-name-too-long = El nombre de una cuenta tiene como máximo { $limit } caracteres. Intenta con el nombre corto, por ejemplo: `/lazo cuenta Acme`. Escribiste:
