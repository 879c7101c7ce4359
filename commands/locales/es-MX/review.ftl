confirm-no-stage = sin etapa todavía
confirm-not-yours = Ahora esta cuenta la lleva otra persona, así que no se confirmó nada.
