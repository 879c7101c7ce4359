# The stages that a workspace agrees on.
stages-title = Fases
stages-intro = El camino de una oportunidad, desde la primera conversación hasta la renovación. Si una cuenta pasa en una fase más días que su límite, el resumen la muestra sin avanzar.
stages-intro-reader = El camino de una oportunidad, como lo acordaron los admins y los responsables de equipo. Si una cuenta pasa en una fase más días que su límite, el resumen la muestra sin avanzar.
stages-new = Nueva fase…
stages-retired = Ya no se usan
stages-no-limit = sin límite
stages-accounts = { $count ->
    [one] Aquí está una cuenta: { $accounts }
   *[other] Aquí están { $count } cuentas: { $accounts }
}
stages-act-edit = Editar…
stages-act-up = Subir
stages-act-down = Bajar
stages-act-retire = Dejar de usar
stages-act-back = Volver a usar
stages-form-title = Editar la fase
stages-form-new = Nueva fase
stages-name = ¿Cómo se llama?
stages-name-hint = Al cambiar el nombre cambia en todas partes, también en las semanas pasadas: el historial sigue con la fase.
stages-limit = Días sin cambios hasta que la cuenta está sin avanzar
stages-limit-hint = Días naturales, de 1 a 730. Vacío: aquí nadie está sin avanzar.
stages-support = ¿Cómo de avanzada está?
stages-support-early = Al principio: dar a conocer la marca
stages-support-middle = A mitad: contenido y ayuda para ventas
stages-support-late = Al final: pruebas y dirección
stages-support-text = ¿Qué hace marketing aquí?
stages-support-text-hint = Con tus palabras, por ejemplo: «Un dosier de seguridad y una llamada con nuestro CTO». Vacío: lo que corresponde a lo avanzada que está.
stages-saved = Fase guardada
stages-done-up = Un puesto más arriba
stages-done-down = Un puesto más abajo
stages-done-retire = Ya no se usa: nadie puede elegirla
stages-done-back = Se vuelve a usar
stages-retire-title = Dejar de usar la fase
stages-retire-do = Dejar de usarla
stages-retire-means = { $count ->
    [one] En *{ $stage }* hay una cuenta. Se queda ahí, con su límite, hasta que alguien la mueva; nadie podrá elegir ya esta fase.
   *[other] En *{ $stage }* hay { $count } cuentas. Se quedan ahí, con su límite, hasta que alguien las mueva; nadie podrá elegir ya esta fase.
}
stages-stale = Alguien cambió esta fase antes que tú, así que tu cambio *no* se ha guardado. La lista muestra cómo está ahora.
stages-deciders-only = Las fases solo las cambian los admins y quienes llevan un equipo, así que no ha cambiado nada. Pídeselo a uno de ellos.
stages-error-name = Ponle un nombre con alguna letra o número, por ejemplo: Piloto
stages-error-name-long = Más corto, por favor: 40 caracteres como máximo.
stages-error-alike = Otra fase se llama así, o así se llama una oportunidad cerrada. Elige otro nombre.
stages-error-limit = Un número entero de días, de 1 a 730, o nada.
stages-error-support = Elige cómo de avanzada está.
stages-error-support-long = Más corto, por favor: 300 caracteres como máximo.
stages-error-many = Ya hay 20 fases, contando las que no se usan. Vuelve a usar una de ellas o cámbiale el nombre.
stages-error-last = Es la única fase que queda. Añade antes otra.
