# Only what differs from Spanish of Spain.
theme-implementation = Implementación / integración

error-unexpected = Algo falló de nuestro lado y esto *no* se guardó. Intenta de nuevo; si se repite, pásale este código a tu admin: { $id }
error-busy = En este momento se están guardando demasiadas cosas a la vez y esto *no* se guardó. Intenta de nuevo en unos segundos. ({ $id })
error-outsider = Lazo es solo para miembros de este espacio de trabajo, así que no se guardó nada. Si estás aquí como invitado, un admin puede dar acceso a los invitados.
error-unknown-person = Slack no nos dijo quién eres, así que esto *no* se guardó. Intenta de nuevo en un momento. ({ $id })
error-not-installed = Lazo todavía no está configurado en este espacio de trabajo, así que no se guardó nada. Pídele a un admin que lo conecte. ({ $id })
error-title = No se guardó
worked-too_early = Todavía es pronto

window-not-opened = Slack no abrió la ventana a tiempo. No cambió nada: intenta de nuevo.
window-too-many = Ya hay tres ventanas una encima de otra, y Slack no abre una cuarta. No cambió nada: cierra una e intenta de nuevo.
window-not-changed = Slack no cambió a tiempo la ventana que tienes abierta. Está como la dejaste: elige o presiona otra vez.
window-not-refreshed = Slack no actualizó a tiempo la ventana que tienes abierta y es posible que muestre lo de antes. Ciérrala y vuelve a abrirla.
