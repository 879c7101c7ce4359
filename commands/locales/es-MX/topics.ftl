# Only what differs from Spanish of Spain.
topic-how = Un tema propio se cuenta en el resumen de cada semana, por sus palabras; los temas de los formularios no cambian, y cada nota conserva el suyo. No pasa nada hasta que presiones; lo que no es un tema no se vuelve a proponer. `/lazo objecion buscar` con las mismas palabras encuentra todas las notas.
topic-followed = «{ $label }» ya es un tema propio: el resumen lo cuenta cada semana. Lo decidió { $who }.
topic-dismissed = «{ $label }» no es un tema y no se volverá a proponer. Lo decidió { $who }.
