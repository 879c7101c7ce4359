# Por qué no responde el asistente de texto. Todo funciona sin él, y cada frase lo dice.
mind-why-off = Aquí no hay asistente de texto. Todo funciona sin él: rellena tú el formulario.
mind-why-opted-out = El asistente de texto está apagado en este espacio de trabajo o canal. Todo funciona sin él.
mind-why-budget = El asistente de texto ha gastado el presupuesto de este mes y descansa hasta el próximo. Todo funciona sin él.
mind-why-breaker-open = El asistente de texto lleva un rato sin poder responder y descansa un minuto. Todo funciona sin él.
mind-why-timeout = El asistente de texto no ha respondido a tiempo. No se ha perdido nada y todo funciona sin él.
mind-why-refused = El asistente de texto no ha podido responder. No se ha perdido nada y todo funciona sin él.
mind-why-nonsense = Lo que ha respondido el asistente de texto no sirve, así que no se muestra. No se ha perdido nada.
mind-why-busy = El asistente de texto está ocupado con otras peticiones. Inténtalo en un minuto; todo funciona sin él.
mind-why-unable = El asistente de texto que se usa aquí no puede hacer esto. Todo funciona sin él.
