# Only what differs from Spanish of Spain.
theme-implementation = Implementación / integración

error-unexpected = Algo falló de nuestro lado y esto *no* se guardó. Intenta de nuevo; si se repite, pásale este código a tu admin: { $id }
error-busy = En este momento se están guardando demasiadas cosas a la vez y esto *no* se guardó. Intenta de nuevo en unos segundos. ({ $id })
error-outsider = Lazo es solo para miembros de este espacio de trabajo, así que no se guardó nada. Si estás aquí como invitado, un admin puede dar acceso a los invitados.
error-unknown-person = Slack no nos dijo quién eres, así que esto *no* se guardó. Intenta de nuevo en un momento. ({ $id })
error-not-installed = Lazo todavía no está configurado en este espacio de trabajo, así que no se guardó nada. Pídele a un admin que lo conecte. ({ $id })
error-title = No se guardó
worked-too_early = Todavía es pronto
