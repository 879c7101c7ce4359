# La lista de cuentas objetivo del trimestre.
targets-title = Cuentas objetivo
targets-heading = Cuentas objetivo del { $quarter }
targets-quarter = T{ $number } de { $year }
targets-open = Abrir la lista
targets-form-lost = Slack no ha abierto a tiempo las cuentas objetivo del { $quarter }. No se ha perdido nada: pulsa el botón.

targets-state-draft = Es un borrador: cuenta cuando sus dos responsables estén de acuerdo.
targets-state-published = Publicada: { $moment }, con el acuerdo de sus dos responsables.
targets-unclear = No hay lista para “{ $typed }”, así que esta es la de este trimestre. Escribe *siguiente*, *anterior* o, por ejemplo, *{ $example }*.
targets-state-over = Este trimestre ya ha terminado: la lista se puede leer, pero no cambiar.
targets-begin = Este trimestre todavía no tiene lista. Empiézala, propón las cuentas que ventas y marketing van a trabajar juntos y que sus dos responsables den el visto bueno.
targets-begin-button = Empezar la lista
targets-begin-from = Este trimestre todavía no tiene lista. La del { $quarter } tenía { $count ->
    [one] una cuenta
   *[other] { $count } cuentas
}: repásalas, mantén las que siguen y quita el resto diciendo por qué.
targets-begin-from-button = Partir del { $quarter }
targets-never = Este trimestre no tuvo lista.
targets-begun = La lista del { $quarter } está en marcha

targets-owner-sales = Responsable en ventas
targets-owner-marketing = Responsable en marketing
targets-owner-gone = ya no está aquí: elige a otra persona
targets-agreed = :white_check_mark: de acuerdo
targets-not-agreed = aún no ha dado su acuerdo
targets-needs-owners = La lista necesita una persona responsable en ventas y otra en marketing: sin las dos no se puede publicar.
targets-both-agree = Estas cuentas cuentan cuando las dos personas responsables estén de acuerdo.
targets-fits = { $count ->
    [one] Una cuenta × { $minutes } min = { $total } min de los { $most } que dura la revisión semanal.
   *[other] { $count } cuentas × { $minutes } min = { $total } min de los { $most } que dura la revisión semanal.
}
targets-too-long = { $count } cuentas × { $minutes } min = *{ $total } min*. La revisión semanal dura { $most }: { $fitting ->
    [one] cabe una cuenta
   *[other] caben { $fitting } cuentas
}. Quita algunas o cambia los minutos en *Responsables y minutos…*

targets-waiting = *Propuestas* ({ $count })
targets-on = *En la lista* ({ $count })
targets-empty = _Todavía no hay ninguna cuenta en la lista._
targets-carried = viene del trimestre anterior
targets-objection = { $person } no está de acuerdo ({ $moment }):
targets-agree = De acuerdo
targets-object = No estoy de acuerdo…
targets-propose = Proponer cuentas…
targets-drop = Quitar…
targets-owners = Responsables y minutos…
targets-history = Historial

targets-carry-title = Empezar la lista
targets-carry-intro = { $count ->
    [one] En la lista del { $quarter } había *una cuenta*. Se vuelve a proponer, salvo que la elijas aquí.
   *[other] En la lista del { $quarter } había *{ $count } cuentas*. Se vuelven a proponer todas, salvo las que elijas aquí.
}
targets-carry-not-kept = No siguen
targets-carry-none = Siguen todas
targets-carry-why = Por qué no
targets-carry-ok = Empezar
targets-propose-title = Proponer cuentas
targets-propose-intro = Cuentan cuando las dos personas responsables de la lista estén de acuerdo.
targets-propose-batch = La lista está publicada, así que crece poco a poco: como mucho { $most } en espera a la vez. Ahora hay sitio para *{ $room }*.
targets-propose-full = La lista está publicada, así que crece poco a poco, y ya hay { $most } cuentas en espera. Habrá sitio cuando sus dos responsables den su acuerdo, o si se retira alguna con *Quitar…*.
targets-propose-accounts = Cuentas
targets-propose-tiers = O un nivel entero
targets-propose-tier = Nivel { $tier }: { $count ->
    [one] una cuenta
   *[other] { $count } cuentas
}
targets-propose-ok = Proponer
targets-drop-title = Quitar cuentas
targets-drop-which = ¿Qué cuentas?
targets-drop-why = ¿Por qué?
targets-drop-means = Salen de la lista en el acto, y sus responsables leerán el motivo, que queda en el historial.
targets-drop-ok = Quitar
targets-object-title = No estoy de acuerdo
targets-object-why = ¿Por qué no?
targets-object-means = La otra persona responsable lo leerá en su próxima lista diaria. Cuando cambie la propuesta, se volverá a preguntar a las dos.
targets-object-ok = Enviar
targets-owners-title = Responsables y minutos
targets-owners-intro = Una persona de ventas y otra de marketing. Una cuenta entra en la lista solo si las dos están de acuerdo.
targets-minutes = Minutos por cuenta en la revisión semanal
targets-minutes-hint = La revisión dura { $most } minutos: a { $minutes } por cuenta, caben { $fitting }.

targets-done-proposed = { $count ->
    [one] Una cuenta propuesta
   *[other] { $count } cuentas propuestas
}
targets-done-dropped = { $count ->
    [one] Una cuenta menos en la lista
   *[other] { $count } cuentas menos en la lista
}
targets-done-agreed = Anotado. La otra persona responsable lo verá en su lista diaria
targets-done-published = Las dos personas responsables están de acuerdo: la lista del { $quarter } está publicada
targets-done-objected = Anotado: la otra persona responsable leerá tu motivo
targets-done-owners = Guardado

targets-error-none = Elige al menos una cuenta.
targets-error-reason = Di por qué en pocas palabras: quien lo mire el próximo trimestre querrá saberlo.
targets-error-known = Estas cuentas ya están en la lista o propuestas.
targets-error-batch = { $room ->
    [0] No cabe ninguna más: primero tienen que dar su acuerdo a lo que ya está propuesto.
    [one] Ahora solo cabe una cuenta. El resto, cuando las dos personas responsables estén de acuerdo.
   *[other] Ahora solo caben { $room } cuentas. El resto, cuando las dos personas responsables estén de acuerdo.
}
targets-error-one-person = Son dos personas: una de ventas y otra de marketing.
targets-error-minutes = Un número de minutos del 1 al 30, por ejemplo 2.
targets-error-not-sales = Esta persona es de marketing. Elige a alguien de ventas.
targets-error-not-marketing = Esta persona es de ventas. Elige a alguien de marketing.
targets-members-only = Solo los miembros de este espacio de trabajo llevan la lista, así que no ha cambiado nada. Pídeselo a alguien del equipo.
targets-not-yours = Esto lo hacen quienes son responsables de la lista o dirigen un equipo, así que no ha cambiado nada.
targets-over = Este trimestre ya ha terminado, así que no ha cambiado nada.
targets-stale = Alguien ha cambiado la lista mientras tanto, así que no ha cambiado nada. Mírala como está ahora.

targets-history-of = Historial del { $quarter }
targets-history-none = Todavía no ha pasado nada.
targets-side-sales = ventas
targets-side-marketing = marketing
targets-told-agreed = { $person } dio su acuerdo por { $side }
targets-told-objected = { $person } no estuvo de acuerdo por { $side }
targets-told-published = publicada, con el acuerdo de las dos personas responsables
targets-told-dropped = { $person } quitó *{ $name }*
targets-told-not_kept = { $person } no mantuvo *{ $name }*
targets-told-taken_back = { $person } retiró la propuesta de *{ $name }*

targets-place-on = :dart: En la lista de cuentas objetivo del { $quarter }
targets-place-proposed = :hourglass_flowing_sand: Propuesta para la lista de cuentas objetivo del { $quarter }: aún falta el acuerdo de sus responsables
targets-place-off = :heavy_minus_sign: Fuera de la lista de cuentas objetivo del { $quarter }

targets-tell-asked = { $count ->
    [one] Hay *una cuenta* propuesta para la lista de objetivos del { $quarter } que espera tu acuerdo: { $names }
   *[other] Hay *{ $count } cuentas* propuestas para la lista de objetivos del { $quarter } que esperan tu acuerdo: { $names }
}
targets-tell-objected = { $person } no está de acuerdo con la propuesta de cuentas objetivo del { $quarter }: «{ $reason }»
targets-tell-published = La lista de cuentas objetivo del { $quarter } está publicada, con el acuerdo de las dos partes: { $count ->
    [one] una cuenta
   *[other] { $count } cuentas
}.
targets-tell-dropped = { $count ->
    [one] Una cuenta ha salido de la lista de objetivos del { $quarter }:
   *[other] { $count } cuentas han salido de la lista de objetivos del { $quarter }:
}

digest-account-off-list = fuera de la lista

export-asked = Tus cuentas van en un archivo a nuestros mensajes directos, en un momento. Puedes cambiarlo y soltarlo allí otra vez: aquí solo cambia lo que cambies tú.
export-members-only = Solo los miembros de este espacio de trabajo reciben las cuentas en un archivo. Pídeselo a alguien del equipo.
export-file-name = cuentas
export-title = Cuentas
export-done = { $count ->
    [one] Aquí tienes tu única cuenta.
   *[other] Aquí tienes tus { $count } cuentas.
} Cambia lo que quieras y suelta el archivo aquí: en Lazo solo cambia lo que cambies tú.
export-refused = Slack no ha aceptado el archivo con tus cuentas. Prueba otra vez con `/lazo cuenta exportar` dentro de un rato; si sigue igual, quien administra Lazo encontrará el motivo en su registro.
