routing-fair = Los turnos son los de los últimos { $days } días. Entre quienes pueden tomar un lead, le toca a quien lleva más tiempo sin turno. Solo los admins y quien dirige un equipo ven cuántos son.
routing-stale = Alguien cambió o quitó esta regla mientras tanto, así que no se cambió nada. La lista muestra cómo está ahora.
routing-moved = El orden cambió, para los leads que se pasen a partir de ahora.
routing-deciders-only = Solo los admins y quien dirige un equipo cambian quién recibe los leads. No se cambió nada.
routing-pool-empty = Todavía no participa nadie, así que los leads siguen con la regla siguiente. Agrega gente con «Quién participa…».
routing-seat-intro = Todo el equipo de ventas participa en el turno «ventas». Aquí puedes sacar a alguien, volver a incluirlo o agregar a otra persona.
routing-saved = Guardado. Aplica para los leads que se pasen a partir de ahora.
