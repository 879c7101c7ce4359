settings-title = Ajustes
settings-intro = Estos ajustes valen para todo el espacio de trabajo. El idioma y la zona horaria de cada persona salen de su perfil de Slack.
settings-channel = Canal de marketing
settings-channel-hint = Se entera de las objeciones de cuentas sin responsable de marketing. Vacío: no se entera nadie.
settings-channel-none = ninguno
settings-language = Idioma de los mensajes compartidos
settings-language-hint = Para los canales que no han elegido el suyo.
settings-language-en = English
settings-language-es = Español (España)
settings-language-es-MX = Español (México)
settings-zone = Zona horaria de los mensajes compartidos
settings-zone-hint = Por ejemplo: Europe/Madrid, o solo Madrid.
settings-guests = Invitados
settings-guests-box = Los invitados de este espacio pueden usar Lazo
settings-guests-hint = Los invitados pueden anotar objeciones y buscarlas, también las de los demás. La gente de otras organizaciones no puede nunca.
settings-guests-yes = pueden usar Lazo
settings-guests-no = no pueden usar Lazo

settings-name-marketing_channel = Canal de marketing
settings-name-locale = Idioma
settings-name-tz = Zona horaria
settings-name-guests_allowed = Invitados

settings-error-language = Elige un idioma.
settings-error-zone = No conozco esta zona horaria. Escribe una ciudad o el nombre completo, por ejemplo: Europe/Madrid
settings-error-zone-near = No conozco esta zona horaria. ¿Querías decir { $near }?
settings-error-not-there = Lazo todavía no está en este canal. Escribe allí /invite @Lazo y guarda otra vez.
settings-error-archived = Este canal está archivado y ahí no se puede publicar nada. Elige otro.
settings-error-shared = Este canal se comparte con otra organización y ahí Lazo no publica nada. Elige otro.

settings-saved = Guardado
settings-same = No había nada distinto; todo se queda como estaba
settings-changed-line = { $name }: { $before } → *{ $after }*
settings-stale = Alguien ha cambiado los ajustes mientras los editabas, así que los tuyos *no* se han guardado. Los campos muestran cómo están ahora.
settings-stale-yours = Habías elegido:
settings-admins-only = Solo los admins y propietarios de este espacio de Slack pueden cambiar los ajustes.
settings-ask-admin = Solo los admins y propietarios de este espacio de Slack pueden cambiar los ajustes. Puedes pedírselo a { $admins }.
settings-form-lost = Slack no ha abierto el formulario a tiempo. Prueba otra vez: `/lazo ajustes`
