answer-form-lost = Slack no abrió el formulario a tiempo. Presiona otra vez *Responder*.
answer-nothing-asked = Quien lo pidió lo retiró, así que no se envió nada.
answer-members-only = Los invitados apuntan lo que oyen; responde alguien del equipo. No se envió nada.
