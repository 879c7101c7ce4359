home-greeting = Hola, { $person }. Esto es lo que te espera y lo que puedes hacer.
home-away = Estás fuera. De vuelta: *{ $until }*. Hasta entonces no corre ningún plazo y los avisos esperan.
home-log = Anotar una objeción
home-help = ¿Qué sabe hacer Lazo?
home-help-title = Qué sabe hacer Lazo
home-more = Hay más de lo que cabe aquí; los comandos lo muestran todo.
home-empty = *No te espera nada.* Lo que anotes y lo que te pasen aparecerá aquí.
home-empty-tips = Tres cosas que probar:
    • `/lazo objecion Acme: dicen que HubSpot es más barato` y verás qué respondieron otros
    • `/lazo resumen vista previa` muestra la semana como la leería tu equipo
    • `/lazo fuera hasta el viernes` cuando te vayas de vacaciones
home-empty-tips-marketing = Tres cosas que probar:
    • `/lazo traspaso Acme, Laura Pérez: pidió una demo` pasa un lead a ventas, con su plazo
    • `/lazo objecion top` muestra qué objetan más los compradores
    • `/lazo indicadores` muestra cómo cumple cada equipo lo acordado
