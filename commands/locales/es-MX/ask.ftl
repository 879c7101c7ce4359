# Only what differs from Spanish of Spain.
question-machine = Las frases las escribió una máquina; cada una se comprobó con lo que cita. Las cifras las contó Lazo.
question-left-out = Se dejó fuera algo que no se pudo comprobar.
question-not-looked = Ahora mismo no pude leer los registros, así que no hay respuesta. Pregunta otra vez en un minuto.
