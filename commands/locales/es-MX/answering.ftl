answer-form-lost = Slack no abrió el formulario a tiempo. Presiona otra vez *Responder*.
answer-nothing-asked = Mientras tanto se retiró la petición, así que no se envió nada.
answer-members-only = Los invitados anotan lo que oyen y responden los miembros, así que no se envió nada. Cuéntaselo a alguien del equipo para que lo envíe.
answer-error-empty = Escribe la respuesta, por ejemplo: «La hoja de ROI está en Drive; la lámina 4 es la del director de finanzas».
