lazo-help-title = Lazo une a ventas y marketing. Esto es lo que sabe hacer:
lazo-help-admin = *Para admins*
    • `/lazo preparar` lo recorre todo paso a paso · `/lazo ajustes` decide los canales, el idioma, la zona horaria y los invitados
lazo-help-people = • `/lazo yo` tu equipo, responsable, suplente y horario · `/lazo equipo` quién es quién
    • `/lazo fuera hasta el viernes` le dice a Lazo que no estás · `/lazo vuelta`, que ya has vuelto
    • `/lazo plazos` en cuánto tiempo se responde a cada tipo de lead · `/lazo reparto` a quién le llega · `/lazo fases` cómo avanza una oportunidad · `/lazo icp` el cliente ideal · `/lazo indicadores` cómo cumplen los dos equipos
    • `/lazo pregunta por qué perdemos` responde con tus registros, si hay un asistente de texto configurado · `/lazo asistente` si lo hay y qué se le envía
lazo-help-names = Cada comando funciona también por su cuenta, por ejemplo `/objecion` (`/objection` si Lazo se instaló en inglés), salvo que otra aplicación ya use ese nombre. Esta respuesta solo la ves tú.
lazo-unclear = No conozco «{ $word }», así que no se ha hecho nada. Lo que conozco: `objecion` · `cierre` · `calidadlead` · `traspaso` · `resumen` · `cuenta` · `yo` · `horario` · `fuera` · `vuelta` · `equipo` · `plazos` · `reparto` · `fases` · `icp` · `indicadores` · `pregunta` · `asistente` · `ajustes` · `preparar` · `ayuda`
lazo-unclear-nearest = No conozco «{ $word }», así que no se ha hecho nada. ¿Querías decir `/lazo { $again }`?
lazo-unclear-example = Por ejemplo: `/lazo objecion Acme: dicen que HubSpot es más barato`
lazo-you-typed = Escribiste:

command-objection-help = • `/lazo objecion Acme: dicen que HubSpot es más barato` la guarda al momento
    • `/lazo objecion` abre un formulario · `/lazo objecion buscar precio` encuentra lo que han oído otros
command-winloss-help = • `/lazo cierre Acme: perdida ante HubSpot, precio` revisa una oportunidad cerrada, también las ganadas
    • `/lazo cierre Acme` abre el formulario · `/lazo cierre oportunidad Acme` muestra todas sus visiones · `/lazo cierre pendientes` lo que espera
command-digest-help = • `/lazo resumen vista previa` te lo muestra solo a ti · `/lazo resumen ahora` lo publica aquí
    • `/lazo resumen programar` lo trae aquí cada semana o cada mes · `/lazo resumen reenviar`, otra vez si se ha borrado
command-account-help = • `/lazo cuenta Acme` indica quién lleva Acme · `/lazo cuenta` las enumera todas · `/lazo cuenta objetivos`, la lista del trimestre
