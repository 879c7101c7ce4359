demo-intro-title = Lazo te saluda.
demo-intro-example = Este es un espacio de ejemplo. Todo es inventado: Norte Software, su gente, sus cuentas y sus cifras.
demo-intro-steps = Prueba esto:
    • Como *Ana* o *Tom*: `/objecion Talleres Ibarra: dicen que Pipewise es más barato, necesito un argumento`
    • Cambia a *Marta*: se entera en sus mensajes
    • Lleva el reloj al lunes a las 09:00: el resumen de la semana llega a este canal

demo-tour-log = Anota lo que dijo un comprador
demo-tour-log-text = Lazo lleva a marketing lo que oye ventas, y los leads a ventas. Aquí todo es inventado. Primero eres Ana, de ventas: Carmen ha dejado en un hilo las notas de una llamada. Pulsa el botón, pasa el ratón por su respuesta, pulsa ⋮ y elige *Log to Lazo*. Revísalo y guarda.
demo-tour-hand-over = Traspasa un lead
demo-tour-hand-over-text = Como Marta, de marketing, le pasas un lead a Ana. El botón lo deja escrito en el cuadro; envíalo: `{ $command }`. Lo que Lazo te dice a ti va en tu idioma; lo que publica en un canal, en el del canal, aquí inglés.
demo-tour-hand-over-command = /traspaso Costa Freight, Laura Pérez demo: pidió precios después del webinar @ana
demo-tour-clock = Deja correr el reloj
demo-tour-clock-text = { $owner } tiene el lead y una hora laborable para un primer intento de contacto. Adelanta el reloj de arriba *+1 h* y mira qué escribe Lazo.
demo-tour-return = Devuélvelo con un motivo
demo-tour-return-text = En los mensajes de Lazo a { $owner }, pulsa *Devolver…* en el lead, elige el motivo y envíalo de vuelta.
demo-tour-digest = Lee el resumen de la semana
demo-tour-digest-text = Adelanta el reloj de arriba hasta el *Lunes 09:00*; tarda unos segundos. La semana llega a #revenue-review en un mensaje, en inglés, el idioma de ese canal: ve allí y léelo. En tu idioma la tienes con `/lazo resumen vista previa` en tus mensajes con Lazo.
demo-tour-why = Pregunta por qué
demo-tour-why-text = Ana tiene más leads con plazo. Pulsa *¿Por qué este plazo?* en uno cualquiera: están todas las horas que contaron.
demo-call-root = Acabo de hablar con Talleres Ibarra. Notas en el hilo.
demo-call-note = Talleres Ibarra: su jefa de tráfico dice que Pipewise es más barato, un tercio menos, y pregunta qué hacemos nosotros que ellos no hagan. Necesito un argumento.
