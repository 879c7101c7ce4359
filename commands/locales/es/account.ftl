account-form-title = Cuenta
account-form-sales = Responsable de ventas
account-form-sales-hint = Quien lleva la venta.
account-form-marketing = Responsable de marketing
account-form-marketing-hint = Se entera de las objeciones de esta cuenta, en su horario.
account-form-crm = Enlace al CRM
account-form-crm-placeholder = https://crm.example.com/empresas/42
account-open-crm = Abrir en el CRM
account-name-owners = Indicar responsables
account-nobody = nadie todavía
account-left = { $who } (ya no está en el equipo)
account-left-choose = { $who } ya no está en el equipo. Elige quién lleva la cuenta ahora: si guardas sin elegir, se queda sin nadie.
account-sales-short = ventas
account-marketing-short = marketing

account-error-link = Esto no parece una dirección web. Por ejemplo: https://crm.example.com/empresas/42
account-error-not-a-member = Los invitados, los bots, la gente de otras organizaciones y quienes ya no están no pueden llevar una cuenta. Elige a alguien del equipo.
account-error-unknown-person = Slack no nos ha dicho quién es esta persona. Prueba otra vez en un momento.
account-members-only = Solo los miembros de este espacio de trabajo pueden decir quién lleva una cuenta, así que no ha cambiado nada. Pídeselo a alguien del equipo.

account-saved = { $name }: guardado
account-saved-means = Las objeciones que se anoten en esta cuenta a partir de ahora le llegarán a su responsable de marketing. Las anteriores se quedan con quien la llevaba entonces.
account-saved-nobody = No hay responsable de marketing, así que las objeciones de esta cuenta van al canal de marketing. Lo elige un admin con `/lazo ajustes`.
account-stale = Alguien ha cambiado esta cuenta mientras la editabas, así que tu cambio *no* se ha guardado. Los campos muestran cómo está ahora.
account-stale-yours = Habías elegido: { $chosen }
account-unknown = Todavía no hay ninguna cuenta «{ $name }».
account-unknown-near = ¿Querías decir alguna de estas?
account-create = Crear «{ $name }»
account-created = *{ $name }* ya está creada. ¿Quién la lleva?
account-card = *{ $name }*
account-form-lost = Slack no ha abierto a tiempo el formulario de *{ $name }*. No se ha perdido nada: pulsa el botón.
account-none = Todavía no hay cuentas. Crea la primera, por ejemplo: `{ $command } Acme`
account-list-title = { $count ->
    [one] Una cuenta
   *[other] { $count } cuentas
}
account-list-example = Para ver una o indicar quién la lleva: `{ $command } { $name }`
account-name-too-long = El nombre de una cuenta puede tener { $limit } caracteres como mucho. Prueba con el nombre corto, por ejemplo: `{ $command } Acme`. Escribiste:
account-name-empty = El nombre de una cuenta necesita una letra o un número, por ejemplo: `{ $command } Acme`. Escribiste:
account-help = Quién lleva una cuenta, en ventas y en marketing.
    • `{ $command } Acme` muestra cómo va, qué se sabe de ella y quién la lleva, y te deja cambiarlo
    • `{ $command }` enumera todas las cuentas
    • `{ $command } objetivos` muestra la lista de cuentas objetivo del trimestre: proponer, dar el acuerdo, quitar · `{ $command } objetivos siguiente`, la del próximo
    • `{ $command } fases` muestra las fases de una oportunidad, con sus límites
    • `{ $command } exportar` te manda todas las cuentas en un CSV; para importar, suelta un archivo de cuentas en nuestros mensajes directos
    • `{ $command } duplicadas` muestra cuáles pueden ser la misma empresa · `{ $command } unir ACME Inc. con Acme` · `{ $command } uniones` para deshacer una
