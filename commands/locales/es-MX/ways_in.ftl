# Only what differs from Spanish of Spain.
home-log-lead_rating = Evaluar un lead

reaction-offer = { $emoji } Marcaste un mensaje en { $channel }. ¿Lo anotamos en Lazo?
kept-closed = Cerraste *{ $form }* sin guardar. Esto es lo que Slack me contó; puedes seguir desde ahí durante tres días.
kept-not-opened = Slack no abrió el formulario a tiempo. Presiona *Continuar* otra vez.
