manifest-description = Lo que ventas oye es lo que marketing cambia. Sin salir de Slack.
manifest-long-description = Lazo une a ventas y marketing. El equipo de ventas anota en segundos lo que objetan los compradores y recibe a cambio los argumentos que ya funcionaron. Marketing se entera al momento cuando se le pide algo; si no, en una lista diaria. Cada semana el canal recibe un resumen: qué objetaron los compradores, de dónde llegaron los buenos leads y qué argumentos calaron. En español y en inglés.

command-objection-description = Anota lo que objeta un comprador y mira qué se respondió antes
command-objection-usage = [Acme: dicen que HubSpot es más barato | buscar precio | top | mías]
command-winloss-description = Qué inclinó la balanza en cada cierre: todas las visiones
command-winloss-usage = [Acme: perdida ante HubSpot, precio | lista | pendientes]
command-digest-description = La semana en un mensaje: objeciones, leads y conversión
command-digest-usage = [vista previa | ahora | programar | reenviar]
command-account-description = Quién lleva una cuenta en ventas y en marketing
command-account-usage = [Acme | objetivos | exportar]
command-lazo-description = Ayuda y ajustes; desde aquí también funciona todo lo demás
command-lazo-usage = [ayuda | ajustes | objecion … | cierre … | traspaso … | resumen … | cuenta …]

shortcut-log-message = Anotar en Lazo
shortcut-log-message-description = Guarda de aquí una objeción, un cierre o la calidad de un lead; también en hilos
shortcut-log-objection = Anotar una objeción
shortcut-log-objection-description = Abre el formulario para anotar una objeción
shortcut-log-review = Revisar un cierre
shortcut-log-review-description = Abre el formulario de una revisión de cierre
shortcut-log-rating = Valorar un lead
shortcut-log-rating-description = Abre el formulario de la calidad de un lead
