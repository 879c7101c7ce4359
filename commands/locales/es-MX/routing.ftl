routing-fair = Los turnos son los de los últimos { $days } días. De quienes pueden tomar un lead, le toca a quien hace más que no le toca. Solo los administradores y quien dirige un equipo ven cuántos son.
routing-stale = Alguien cambió o quitó esta regla mientras tanto, así que no se cambió nada. La lista muestra cómo está ahora.
routing-moved = El orden cambió, para los leads que se pasen a partir de ahora.
routing-deciders-only = Solo los administradores y quien dirige un equipo cambian quién recibe los leads. No se cambió nada.
