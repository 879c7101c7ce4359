# Only what differs from Spanish of Spain.
deal-amount = Monto
deal-amount-which = Escribiste { $typed }. ¿A cuál te refieres?
deal-error-amount-unreadable = No entiendo ese monto. Prueba con números, por ejemplo 12000.
deal-error-amount-out-of-range = Ese no puede ser el monto de una oportunidad. Prueba con números, por ejemplo 12000.
