progress-stage = *Etapa:* { $stage }, desde el { $moment }
progress-no-stage = *Etapa:* nadie la ha dicho todavía
progress-change-stage = Cambiar de etapa…
progress-stage-title = Cambiar de etapa
progress-stage-which = ¿En qué etapa está ahora?
progress-stage-saved = Etapa guardada
progress-error-stage = Elige una etapa.
progress-error-not-yours = La etapa la dice quien lleva la cuenta, su suplente o su jefe. No cambió nada.
