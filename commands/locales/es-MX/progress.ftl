progress-stage = *Etapa:* { $stage }, desde el { $moment }
progress-no-stage = *Etapa:* nadie la ha indicado todavía
progress-change-stage = Cambiar de etapa…
progress-stage-title = Cambiar de etapa
progress-stage-which = ¿En qué etapa está ahora?
progress-stage-saved = Etapa guardada
progress-error-stage = Elige una etapa.
progress-error-not-yours = La etapa solo la dicen quien lleva la cuenta, su suplente, un jefe o jefa, o un admin, así que no cambió nada. Pídeselo a uno de ellos.
progress-error-past = Ese día ya pasó. Elige para cuándo estará hecho.
progress-error-future = Ese día todavía no llega. Anótalo como próximo paso.
progress-stage-retired = *Etapa:* { $stage } (ya no se usa), desde el { $moment }
progress-stage-ask-hint = Quien lleva la cuenta en marketing ve la nueva etapa en su lista diaria; si marcas la casilla, en cuanto empiece a trabajar.
progress-stage-agreed = Los jefes de equipo y los admins acuerdan las etapas con `/lazo etapas`.
progress-error-not-offered = Esta etapa ya no se usa. Elige otra.
progress-told = { $count ->
    [one] Una cuenta cambió de etapa
   *[other] { $count } cuentas cambiaron de etapa
}
progress-error-step-changed = Alguien cambió o cerró este paso mientras tanto, así que no se guardó nada. Cierra esto y mira cómo está ahora.
