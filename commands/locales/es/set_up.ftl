welcome-hello = Hola, { $person }: Lazo ya está conectado a este espacio de trabajo. Une a ventas y marketing: objeciones, traspasos y un resumen a la semana.
welcome-steps = Se prepara en siete pasos cortos: idioma, canales, equipos, horario, festivos, responsables de cuentas y orígenes de los leads. Cada uno lleva un minuto y puedes parar cuando quieras: Inicio (la pestaña de arriba) y `/lazo preparar` muestran lo que falta.
welcome-taken = Hasta que elijas, los mensajes compartidos van en { $language }, en la zona { $zone }: las dos cosas salen de tu perfil.
welcome-later = Puede hacerlo cualquier admin de este espacio de Slack.
welcome-begin = Empezar

set-up-title = Preparar Lazo
set-up-intro = En el orden que quieras, y otra vez cuando algo cambie. Solo lo ven los admins.
set-up-progress = { $done } de { $all } pasos hechos. Solo lo ven los admins.
set-up-step-language = Idioma y zona horaria
set-up-step-channels = Canales
set-up-step-teams = Equipos y roles
set-up-step-hours = Horario
set-up-step-holidays = Festivos
set-up-step-owners = Responsables de cuentas
set-up-step-sources = Orígenes de los leads
set-up-why-language = Cómo se escriben los mensajes compartidos y dónde empieza la semana.
set-up-why-channels = Adónde van los comentarios, los traspasos y el resumen semanal.
set-up-why-teams = Quién vende, quién hace marketing y quién dirige un equipo.
set-up-why-hours = Los plazos y los avisos lo respetan. Ahora: de lunes a viernes, de 09:00 a 18:00.
set-up-why-holidays = Días en los que no corre ningún plazo. Se propone la lista de tu país.
set-up-why-owners = La persona adecuada se entera solo si la cuenta tiene responsables.
set-up-why-sources = Qué plazos de respuesta valen para los leads de cada origen.
set-up-begin = Preparar
set-up-change = Cambiar
set-up-done-by = Hecho por { $person }, { $at }
set-up-saved = { $step }: guardado
set-up-next = Siguiente: { $step }
set-up-complete = Todo está preparado. Lazo está listo.
set-up-stale = Alguien ha cambiado esto mientras lo editabas, así que lo tuyo *no* se ha guardado. Los campos muestran cómo está ahora.
set-up-stands-language = { $language } · { $zone }
set-up-stands-channels = Marketing: { $marketing } · Traspasos: { $handoff } · Resumen: { $digest }
set-up-stands-teams = Ventas: { $sales } · Marketing: { $marketing } · Sin equipo todavía: { $none }
set-up-stands-holidays = { $country } · { $count ->
    [one] un festivo
   *[other] { $count } festivos
} en los próximos doce meses
set-up-no-country = Sin país
set-up-stands-owners = Cuentas: { $total } · Sin responsable de ventas: { $sales } · Sin responsable de marketing: { $marketing }
set-up-stands-sources = Orígenes vistos: { $count }
set-up-channels-invite = Lazo tiene que estar en cada uno: antes, escribe allí `/invite @Lazo`.
set-up-channel-marketing = Canal de marketing
set-up-channel-marketing-hint = Se entera de las objeciones de cuentas sin responsable de marketing.
set-up-channel-handoff = Canal de traspasos
set-up-channel-handoff-hint = Un mensaje por traspaso, siempre tal como está.
set-up-channel-digest = Canal del resumen semanal
set-up-channel-digest-hint = Los lunes a las 09:00. Otro día u hora: /lazo resumen programar en ese canal.
set-up-teams-intro = Cada cual puede decirlo también con `/lazo yo`. Quien no está en ninguna lista no tiene equipo.
set-up-team-sales = Ventas
set-up-team-sales-hint = Reciben leads por turno.
set-up-team-marketing = Marketing
set-up-team-marketing-hint = Pasan leads y responden a los comentarios.
set-up-team-managers = Quién dirige un equipo
set-up-team-managers-hint = Se enteran cuando se incumple un plazo y pueden reasignar lo que su equipo tiene abierto.
set-up-error-both = Alguien está en las dos listas. Cada persona está en un equipo.
set-up-hours-intro = Vale para todos, cada cual en su zona horaria. Quien tiene otro horario lo indica con `/lazo horario`.
set-up-holidays-intro = Un día por línea. Quita la línea de un día en que se trabaja y añade los días propios.
set-up-holidays-proposed = Propuestos para { $country }; todavía no están guardados.
set-up-holidays-year = Festivos de { $year }
set-up-holidays-hint = Por ejemplo: 24 dic: Nochebuena
set-up-holidays-again = Proponer otra vez los de { $country }
set-up-error-holiday = No entiendo «{ $line }» como un día de { $year }. Escríbelo así: 24 dic: Nochebuena
set-up-owners-ways = `/lazo cuenta Acme` indica quién lleva una cuenta; `/lazo cuenta` enumera todas las cuentas. Para indicar muchas de una vez, suelta un CSV de cuentas en nuestros mensajes directos (con columnas como cuenta, nivel, responsable de ventas y responsable de marketing; cada responsable, por su correo o su @nombre).
set-up-owners-means = Lo que se anota de una cuenta sin responsable de marketing va al canal de marketing. Guarda cuando te baste por ahora: se puede cambiar en cualquier momento.
set-up-sources-intro = Lo que hizo un lead decide en cuánto tiempo hay que responderle: una petición de demo o de precio en una hora, un contenido en un día. Para un origen concreto puedes decidir otra cosa.
set-up-sources-none = Todavía no hay leads. Importa algunos o pasa uno, y sus orígenes aparecerán aquí. Guarda para darlo por hecho.
set-up-sources-line = { $source } ({ $count ->
    [one] un lead
   *[other] { $count } leads
})
set-up-sources-by-type = Según lo que hizo el lead
set-up-policy-demo_request = Como una petición de demo
set-up-policy-pricing_request = Como una petición de precio
set-up-policy-content = Como un lead de contenido
set-up-policy-standard = Como un MQL estándar
