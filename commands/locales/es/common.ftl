save = Guardar
cancel = Cancelar
done = Listo
edit = Editar
undo = Deshacer
list-and-more = y { $count ->
    [one] una más
   *[other] { $count } más
}

theme-price = Precio / valor
theme-budget = Sin presupuesto
theme-authority = Sin poder de decisión
theme-need = No lo necesita
theme-timing = No es el momento
theme-status_quo = Está bien como está
theme-competitor = Competidor
theme-product_gap = Falta una funcionalidad
theme-trust = Confianza / pruebas
theme-implementation = Implantación / integración
theme-security_legal = Seguridad / legal
theme-brush_off = Evasiva
theme-other = Otro
theme-none = Sin tema todavía

ask-none = Nada
ask-argument = Un argumento
ask-content = Contenido
ask-proof = Pruebas

worked-yes = Funcionó
worked-no = No funcionó
worked-too_early = Aún es pronto

belief-said = Lo dijo el comprador
belief-written = Lo escribió el comprador
belief-guess = Lo supongo yo

stage-prospecting = Prospección
stage-discovery = Descubrimiento
stage-demo = Demo
stage-proposal = Propuesta
stage-negotiation = Negociación
stage-renewal = Renovación

relation-prospect = Cliente potencial
relation-customer = Cliente
role-champion = Promotor interno
role-economic_buyer = Decisor económico
role-technical_evaluator = Evaluador técnico
role-user = Usuario
role-procurement_legal = Compras / legal
role-blocker = Quien lo frena

error-title = No se ha guardado
error-unexpected = Algo ha fallado por nuestra parte y esto *no* se ha guardado. Prueba otra vez; si se repite, pásale este código a tu admin: { $id }
error-kept = Lo que escribiste: { $text }
error-busy = Ahora mismo se están guardando demasiadas cosas a la vez y esto *no* se ha guardado. Prueba otra vez en unos segundos. ({ $id })
error-outsider = Lazo es solo para miembros de este espacio de trabajo, así que no se ha guardado nada. Si estás aquí como invitado, un admin puede dar acceso a los invitados.
error-unknown-person = Slack no nos ha dicho quién eres, así que esto *no* se ha guardado. Prueba otra vez en un momento. ({ $id })
error-not-installed = Lazo todavía no está configurado en este espacio de trabajo, así que no se ha guardado nada. Pide a un admin que lo conecte. ({ $id })
daily-list-title = Tu lista del { $day }
daily-list-later = { $count ->
    [one] Con tu próxima lista llega una cosa más.
   *[other] Con tu próxima lista llegan { $count } cosas más.
}

window-not-opened = Slack no ha abierto la ventana a tiempo. No ha cambiado nada: inténtalo otra vez.
window-too-many = Ya hay tres ventanas una encima de otra, y Slack no abre una cuarta. No ha cambiado nada: cierra una e inténtalo otra vez.
window-not-changed = Slack no ha cambiado a tiempo la ventana que tienes abierta. Está como la has dejado: elige o pulsa otra vez.
window-not-refreshed = Slack no ha actualizado a tiempo la ventana que tienes abierta y puede que muestre lo de antes. Ciérrala y vuelve a abrirla.
