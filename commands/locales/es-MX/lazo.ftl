# Only what differs from Spanish of Spain.
lazo-help-admin = *Para admins*
    • `/lazo preparar` lo recorre todo paso a paso · `/lazo configuracion` define los canales, el idioma, la zona horaria y los invitados
lazo-unclear = No conozco «{ $word }», así que no se hizo nada. Lo que conozco: `objecion` · `cierre` · `calidadlead` · `traspaso` · `resumen` · `cuenta` · `yo` · `horario` · `fuera` · `vuelta` · `equipo` · `plazos` · `reparto` · `etapas` · `icp` · `indicadores` · `pregunta` · `asistente` · `configuracion` · `preparar` · `ayuda`
command-digest-help = • `/lazo resumen vista previa` te lo muestra solo a ti · `/lazo resumen ahora` lo publica aquí
    • `/lazo resumen programar` lo trae aquí cada semana o cada mes · `/lazo resumen reenviar`, otra vez si se borró
command-objection-help = • `/lazo objecion Acme: dicen que HubSpot es más barato` la guarda al momento
    • `/lazo objecion` abre un formulario · `/lazo objecion buscar precio` encuentra lo que oyeron otros
lazo-unclear-nearest = No conozco «{ $word }», así que no se hizo nada. ¿Quisiste decir `/lazo { $again }`?
lazo-help-people = • `/lazo yo` tu equipo, jefe o jefa, suplente y horario · `/lazo equipo` quién es quién
    • `/lazo fuera hasta el viernes` le dice a Lazo que no estás · `/lazo vuelta`, que ya volviste
    • `/lazo plazos` en cuánto tiempo se responde a cada tipo de lead · `/lazo reparto` a quién le llega · `/lazo etapas` cómo avanza una oportunidad · `/lazo icp` el cliente ideal · `/lazo indicadores` cómo cumplen los dos equipos
    • `/lazo pregunta por qué perdemos` responde con tus registros, si hay un asistente de texto configurado · `/lazo asistente` si lo hay y qué se le envía
