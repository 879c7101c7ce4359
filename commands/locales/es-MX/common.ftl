# Only what differs from Spanish of Spain.
theme-implementation = Implementación / integración
role-champion = Promotor interno

error-unexpected = Algo falló de nuestro lado y no se guardó. Intenta de nuevo; si se repite, pásale este código a tu admin: { $id }.
error-busy = En este momento se está guardando demasiado a la vez y esto *no* se guardó. Intenta de nuevo en unos segundos. ({ $id })
error-outsider = Lazo es solo para miembros de este espacio de trabajo. No se guardó nada. Un admin puede permitir invitados.
error-unknown-person = Slack no nos dijo quién eres, así que esto *no* se guardó. Intenta de nuevo en un momento. ({ $id })
