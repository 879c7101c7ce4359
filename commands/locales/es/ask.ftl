question-looking = Estoy mirando los registros. La respuesta llega aquí en un momento, solo para ti.
question-help = Pregunta con tus palabras lo que dicen los registros: `/lazo pregunta por qué perdemos contra HubSpot` · `/lazo pregunta qué orígenes dan buenos leads este trimestre` · `/lazo pregunta qué objetó Acme`
    Ves lo mismo que puedes ver en otros sitios, y cada frase con aquello en que se apoya.
question-plain = Los registros se ven con: `/lazo objecion top` · `/lazo objecion buscar precio` · `/lazo cierre lista` · `/lazo calidadlead orígenes` · `/lazo indicadores` · `/lazo traspaso míos` · `/lazo cuenta Acme`
question-asked = Preguntaste: { $question }
question-stands-on = En qué se apoya:
question-message = mensaje
question-machine = Las frases las ha escrito una máquina; cada una se ha comprobado con lo que cita. Las cifras las ha contado Lazo.
question-left-out = Se ha dejado fuera algo que no se pudo comprobar.
question-not-known = No lo sé: los registros no lo dicen, o no lo encuentro en ellos.
question-nearest = Lo más cercano:
question-not-looked = Ahora mismo no he podido leer los registros, así que no hay respuesta. Pregunta otra vez en un minuto.
