# Only what differs from Spanish of Spain.
demo-intro-steps = Prueba esto:
    • Como *Ana* o *Tom*: `/objecion Talleres Ibarra: dicen que Pipewise es más barato, necesito un argumento`
    • Cambia a *Marta*: le llega en sus mensajes
    • Mueve el reloj al lunes a las 09:00: el resumen de la semana llega a este canal
demo-tour-log-text = Lazo lleva a marketing lo que oye ventas, y los leads a ventas. Aquí todo es inventado. Primero eres Ana, de ventas: Carmen dejó en un hilo las notas de una llamada. Presiona el botón, pasa el mouse por su respuesta, presiona ⋮ y elige *Log to Lazo*. Revísalo y guarda.
demo-tour-clock-text = { $owner } tiene el lead y una hora hábil para un primer intento de contacto. Adelanta el reloj de arriba *+1 h* y mira qué escribe Lazo.
demo-tour-return-text = En los mensajes de Lazo a { $owner }, presiona *Devolver…* en el lead, elige el motivo y envíalo de vuelta.
demo-tour-why-text = Ana tiene más leads con plazo. Presiona *¿Por qué este plazo?* en cualquiera: están todas las horas que contaron.
