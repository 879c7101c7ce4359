# Only what differs from Spanish of Spain.
settings-title = Configuración
settings-language-hint = Para los canales que no eligieron el suyo.
settings-stale = Alguien cambió la configuración mientras la editabas, así que la tuya *no* se guardó. Los campos muestran cómo está ahora.
settings-admins-only = Solo los admins y propietarios de este espacio de Slack pueden cambiar la configuración.
settings-ask-admin = Solo los admins y propietarios de este espacio de Slack pueden cambiar la configuración. Puedes pedírselo a { $admins }.
settings-form-lost = Slack no abrió el formulario a tiempo. Intenta de nuevo: `/lazo configuracion`
settings-error-zone = No conozco esta zona horaria. Escribe una ciudad o el nombre completo, por ejemplo: America/Mexico_City
settings-error-zone-near = No conozco esta zona horaria. ¿Quisiste decir { $near }?
settings-zone-hint = Por ejemplo: America/Mexico_City, o solo Ciudad de México.
settings-error-not-there = Lazo todavía no está en este canal. Escribe allí /invite @Lazo y guarda de nuevo.
settings-intro = Esta configuración aplica para todo el espacio de trabajo. El idioma y la zona horaria de cada persona salen de su perfil de Slack.
