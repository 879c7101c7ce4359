# Only what differs from Spanish of Spain.
manifest-long-description = Lazo une a ventas y marketing. El equipo de ventas anota en segundos lo que objetan los compradores y recibe a cambio los argumentos que ya funcionaron. Marketing se entera al momento cuando se le pide algo; si no, en una lista diaria. Cada semana el canal recibe un resumen: qué objetaron los compradores, de dónde llegaron los buenos leads y qué argumentos convencieron. En español y en inglés.
command-lazo-description = Ayuda y configuración; desde aquí también funciona todo lo demás
command-lazo-usage = [ayuda | configuracion | objecion … | cierre … | traspaso … | resumen … | cuenta …]
shortcut-log-rating = Evaluar un lead
