# Only what differs from Spanish of Spain.
lazo-help-admin = *Para admins*
    • `/lazo configuracion` define el canal de marketing, el idioma, la zona horaria y los invitados
lazo-unclear = No conozco «{ $word }», así que no se hizo nada. Lo que conozco: `objecion` · `resumen` · `cuenta` · `configuracion` · `ayuda`
command-digest-help = • `/lazo resumen vista previa` te lo muestra solo a ti · `/lazo resumen ahora` lo publica aquí
    • `/lazo resumen programar` lo trae aquí cada semana
command-objection-help = • `/lazo objecion Acme: dicen que HubSpot es más barato` la guarda al momento
    • `/lazo objecion` abre un formulario · `/lazo objecion buscar precio` encuentra lo que oyeron otros
lazo-unclear-nearest = No conozco «{ $word }», así que no se hizo nada. ¿Quisiste decir `/lazo { $again }`?
