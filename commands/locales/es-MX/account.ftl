# Only what differs from Spanish of Spain.
account-form-crm = Liga al CRM
account-error-unknown-person = Slack no nos dijo quién es esta persona. Intenta de nuevo en un momento.
account-error-not-a-member = Los invitados, los bots, la gente de otras organizaciones y quienes ya no están no pueden llevar una cuenta. Elige a alguien de tu equipo.
account-members-only = Solo los miembros de este espacio de trabajo pueden decir quién lleva una cuenta, así que no cambió nada. Pídeselo a alguien de tu equipo.
account-saved-nobody = No hay responsable de marketing, así que las objeciones de esta cuenta van al canal de marketing. Lo elige un admin con `/lazo configuracion`.
account-stale = Alguien cambió esta cuenta mientras la editabas, así que tu cambio *no* se guardó. Los campos muestran cómo está ahora.
account-form-lost = Slack no abrió a tiempo el formulario de *{ $name }*. No se perdió nada: presiona el botón.
account-name-too-long = El nombre de una cuenta puede tener { $limit } caracteres como máximo. Intenta con el nombre corto, por ejemplo: `{ $command } Acme`. Escribiste:
account-help = Quién lleva una cuenta, en ventas y en marketing.
    • `{ $command } Acme` muestra cómo va, qué se sabe de ella y quién la lleva, y te deja cambiarlo
    • `{ $command }` muestra todas las cuentas
    • `{ $command } objetivos` muestra la lista de cuentas objetivo del trimestre: proponer, dar el acuerdo, quitar · `{ $command } objetivos siguiente`, la del próximo
    • `{ $command } etapas` muestra las etapas de una oportunidad, con sus límites
    • `{ $command } exportar` te manda todas las cuentas en un CSV; para importar, suelta un archivo de cuentas en nuestros mensajes directos
    • `{ $command } duplicadas` muestra cuáles pueden ser la misma empresa · `{ $command } unir ACME Inc. con Acme` · `{ $command } uniones` para deshacer una
