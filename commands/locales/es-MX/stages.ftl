# The stages that a workspace agrees on: «etapas» in Mexico.
stages-title = Etapas
stages-intro = El camino de una oportunidad, desde la primera conversación hasta la renovación. Si una cuenta pasa en una etapa más días que su límite, el resumen la muestra sin avanzar.
stages-intro-reader = El camino de una oportunidad, como lo acordaron los admins y los jefes de equipo. Si una cuenta pasa en una etapa más días que su límite, el resumen la muestra sin avanzar.
stages-new = Nueva etapa…
stages-form-title = Editar la etapa
stages-form-new = Nueva etapa
stages-name-hint = Al cambiar el nombre cambia en todas partes, también en las semanas pasadas: el historial sigue con la etapa.
stages-support = ¿Qué tan avanzada está?
stages-support-text-hint = Con tus palabras, por ejemplo: «Un dosier de seguridad y una llamada con nuestro CTO». Vacío: lo que corresponde a qué tan avanzada está.
stages-saved = Etapa guardada
stages-retire-title = Dejar de usar la etapa
stages-retire-means = { $count ->
    [one] En *{ $stage }* hay una cuenta. Se queda ahí, con su límite, hasta que alguien la mueva; nadie podrá elegir ya esta etapa.
   *[other] En *{ $stage }* hay { $count } cuentas. Se quedan ahí, con su límite, hasta que alguien las mueva; nadie podrá elegir ya esta etapa.
}
stages-stale = Alguien cambió esta etapa antes que tú, así que tu cambio *no* se guardó. La lista muestra cómo está ahora.
stages-deciders-only = Las etapas solo las cambian los admins y quienes llevan un equipo, así que no cambió nada. Pídeselo a uno de ellos.
stages-error-alike = Otra etapa se llama así, o así se llama una oportunidad cerrada. Elige otro nombre.
stages-error-support = Elige qué tan avanzada está.
stages-error-many = Ya hay 20 etapas, contando las que no se usan. Vuelve a usar una de ellas o cámbiale el nombre.
stages-error-last = Es la única etapa que queda. Agrega antes otra.
