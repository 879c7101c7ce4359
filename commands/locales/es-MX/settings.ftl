# Only what differs from Spanish of Spain.
settings-title = Configuración
settings-guests-hint = Los invitados pueden anotar y buscar objeciones, con todo lo que escribieron los demás. La gente de otras organizaciones no puede nunca.
settings-language-hint = Para los canales que no eligieron el suyo.
settings-stale = Alguien cambió la configuración entretanto, así que la tuya *no* se guardó. Los campos muestran cómo está ahora.
settings-admins-only = Solo los admins y propietarios de este espacio de Slack pueden cambiar la configuración.
settings-ask-admin = Solo los admins y propietarios de este espacio de Slack pueden cambiar la configuración. Puedes pedírselo a { $admins }.
settings-form-lost = El formulario no se pudo abrir porque Slack ya había cerrado la solicitud. Intenta de nuevo: `/lazo configuracion`
