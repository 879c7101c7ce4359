# Only what differs from Spanish of Spain.
home-empty-tips = Tres cosas que probar:
    • `/lazo objecion Acme: dicen que HubSpot es más barato` y verás qué respondieron otros
    • `/lazo resumen vista previa` muestra la semana como la leería tu equipo
    • `/lazo fuera hasta el viernes` cuando salgas de vacaciones
