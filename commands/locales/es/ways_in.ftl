feedback-objection = Una objeción
feedback-win_loss = Una revisión de cierre
feedback-lead_rating = La calidad de un lead

home-log-win_loss = Revisar un cierre
home-log-lead_rating = Valorar un lead

reaction-offer = { $emoji } Has marcado un mensaje en { $channel }. ¿Lo anotamos en Lazo?
reaction-log = Anotarlo…

kept-closed = Has cerrado *{ $form }* sin guardar. Esto es lo que Slack me contó; puedes seguir desde ahí durante tres días.
kept-failed = *{ $form }* no se pudo guardar, y fue culpa nuestra. Lo que escribiste queda guardado tres días.
kept-continue = Continuar
kept-gone = Aquí ya no queda nada por terminar: se guardó, o de eso hace más de tres días.
kept-not-opened = Slack no ha abierto el formulario a tiempo. Pulsa *Continuar* otra vez.
