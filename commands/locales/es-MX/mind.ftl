mind-why-off = Aquí no hay asistente de texto. Todo funciona sin él: llena tú el formulario.
mind-why-budget = El asistente de texto ya gastó el presupuesto de este mes y descansa hasta el próximo. Todo funciona sin él.
mind-why-timeout = El asistente de texto no respondió a tiempo. No se perdió nada y todo funciona sin él.
mind-why-refused = El asistente de texto no pudo responder. No se perdió nada y todo funciona sin él.
mind-why-nonsense = Lo que respondió el asistente de texto no sirve, así que no se muestra. No se perdió nada.
narrative-mark = :robot_face: Escrito por una máquina ({ $model }) a partir de los registros de esta semana. Cada frase se comprobó con todos los registros que cuenta; el resto del resumen sale de consultas.
mind-purpose-prefill = Llenar formularios
mind-stale = Alguien lo cambió mientras lo editabas, así que lo tuyo *no* se guardó. Los campos muestran cómo está ahora.
