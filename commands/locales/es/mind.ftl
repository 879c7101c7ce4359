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
mind-why-failed = Algo ha fallado por nuestra parte y no hay respuesta. No se ha perdido nada y todo funciona sin ella. Si se repite, pásale este código a tu admin: { $id }
# Comienzos de palabra que debe tener una frase sobre cada tipo de registro; al modelo se le da el primero.
narrative-kind-objections = objeciones, objeci
narrative-kind-wins = oportunidades ganadas, ganad, ganam, gano
narrative-kind-losses = oportunidades perdidas, perdid, perdim, perdio
narrative-kind-returns = leads devueltos, devuelt, devol
# Comienzos de palabra que dicen lo que ningún registro demuestra: comparaciones, proporciones, causas.
narrative-mark = :robot_face: Escrito por una máquina ({ $model }) a partir de los registros de esta semana. Cada frase se ha comprobado con todos los registros que cuenta; el resto del resumen sale de consultas.
narrative-sources = { $n ->
    [one] (registro: { $records })
   *[other] ({ $n } registros: { $records })
}
narrative-record-objection = objeción …{ $id }
narrative-record-deal = oportunidad …{ $id }
narrative-record-review = cierre …{ $id }
narrative-record-handoff = traspaso …{ $id }

mind-title = Asistente de texto
mind-none = *No hay ningún asistente de texto configurado.* Todo funciona sin él. Quien administra Lazo puede configurar uno.
mind-in-use = El asistente de texto que se usa: *{ $mind }*.
mind-is-on = Está *encendido* en este espacio de trabajo.
mind-is-off = Está *apagado* en este espacio de trabajo: no sale ningún texto y lo demás sigue igual.
mind-off-in = Nunca con textos de { $channels }.
mind-at-most = Como mucho { $tokens } tokens al mes.
mind-used = Este mes: { $n ->
    [one] una petición
   *[other] { $calls } peticiones
}, { $tokens } tokens.
mind-used-for = { $what }: { $n } ({ $tokens } tokens, { $failed } sin respuesta)
mind-purpose-prefill = Rellenar formularios
mind-purpose-suggest = Proponer temas y motivos
mind-purpose-narrative = Frases encima del resumen
mind-purpose-ask = Preguntas con /lazo pregunta
mind-purpose-test = Pruebas de quien administra Lazo
mind-what-leaves = Qué sale: el texto que le pasas o por el que preguntas y los registros que hacen falta. Antes se ocultan los nombres de personas, los correos y los teléfonos, salvo que quien administra Lazo lo haya desactivado. Lo que propone siempre lo confirma una persona.
mind-nothing-leaves = No sale nada: funciona en la misma máquina que Lazo y no gasta tokens. Sugiere temas y motivos, y lo que propone siempre lo confirma una persona.
mind-ask-admin = Lo pueden cambiar los admins: { $admins }
mind-on = En este espacio de trabajo
mind-on-box = Usar el asistente de texto
mind-on-hint = Sin él, todo lo demás funciona igual que ahora.
mind-channels = Nunca con textos de estos canales
mind-channels-hint = No se envía nada de lo que se dice ahí, y sus resúmenes no llevan frases escritas por una máquina.
mind-tokens = Tokens al mes, como mucho
mind-tokens-hint = Vacío: lo que permita quien administra Lazo. Una petición gasta unos mil.
mind-error-tokens = Escribe un número entero, por ejemplo 500000, o déjalo vacío.
mind-saved = Guardado
mind-stale = Alguien lo ha cambiado mientras lo editabas, así que lo tuyo *no* se ha guardado. Los campos muestran cómo está ahora.
mind-stale-yours = Habías elegido:
