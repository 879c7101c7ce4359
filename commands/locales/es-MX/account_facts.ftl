# What is known of an account, as Mexico says it.
facts-new-buyer = Agregar persona…
facts-new-signal = Agregar señal…
facts-no-signals = Ninguna todavía: agrega qué está buscando la cuenta.
facts-topic = ¿Qué está buscando la cuenta?
facts-error-topic = Escribe qué está buscando.
facts-members-only = Lo que se sabe de una cuenta solo lo cambian los miembros de este espacio de trabajo que no son invitados, así que no cambió nada. Pídeselo a alguien de tu equipo.
facts-error-future = Ese día todavía no llega.
facts-error-past = Ese día ya pasó. ¿Cuándo es la próxima renovación?
facts-error-stale = Alguien lo cambió antes que tú, así que lo tuyo no se guardó. Cierra el formulario y ábrelo de nuevo.
history-stage_changed = etapa { $what }
