# Only what differs from Spanish of Spain.
topic-how = Un tema propio sale en el menú de temas de las objeciones, junto a los demás, y se cuenta con ellos; la nota nueva que lo diga y no tenga otro tema lo lleva. Las notas de antes conservan el suyo. No pasa nada hasta que presiones; lo que no es un tema no se vuelve a proponer. `/lazo objecion buscar` con las mismas palabras encuentra todas las notas.
topic-followed = «{ $label }» ya es un tema propio, en el menú de temas y en el resumen. `/lazo objecion temas` los enumera, y ahí se retira el que ya no haga falta. Lo decidió { $who }.
topic-dismissed = «{ $label }» no es un tema y no se volverá a proponer. Lo decidió { $who }.
