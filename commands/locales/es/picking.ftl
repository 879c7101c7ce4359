pick-account = Escribe una empresa
pick-deal = Escribe una oportunidad o su empresa
pick-lead = Escribe una empresa o un nombre
pick-competitor = Escribe un competidor
pick-create = Crear «{ $name }»

deal-title = Nueva oportunidad
deal-name = ¿Cómo se llama?
deal-account = Empresa
deal-amount = Importe
deal-amount-hint = Por ejemplo, 12000. Puedes dejarlo en blanco.
deal-amount-which = Has escrito { $typed }. ¿A cuál te refieres?
deal-currency = Moneda
deal-error-name = Una oportunidad necesita un nombre.
deal-error-amount-unreadable = No entiendo ese importe. Prueba con cifras, por ejemplo 12000.
deal-error-amount-out-of-range = Ese no puede ser el importe de una oportunidad. Prueba con cifras, por ejemplo 12000.
deal-error-amount-without-currency = «$» pueden ser dólares o pesos: elige también la moneda.
deal-new-members-only = Los invitados no pueden crear oportunidades. Deja el campo vacío o pídeselo a alguien del equipo.
