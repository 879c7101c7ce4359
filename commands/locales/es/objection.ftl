objection-form-title = Anotar una objeción
objection-form-title-edit = Editar objeción
objection-form-quote = ¿Qué te dijeron?
objection-form-quote-hint = Con sus palabras, hasta donde recuerdes.
objection-form-quote-kept = La cita es demasiado larga para este formulario y se queda como está:
objection-form-account = Cuenta
objection-form-account-placeholder = Acme
objection-form-theme = Tema
objection-form-choose = Elige uno
objection-form-argument = ¿Qué respondiste?
objection-form-argument-placeholder = El argumento que usaste
objection-form-worked = ¿Funcionó?
objection-form-ask = ¿Qué necesitas de marketing?
objection-form-ask-hint = Si pides algo, marketing se entera al momento.
objection-form-competitor = Competidor
objection-form-stage = Fase
objection-form-role = ¿Quién lo dijo?
objection-form-belief = ¿Cómo lo sabes?
objection-form-note = Nota

objection-error-no-quote = Escribe lo que te dijeron, por ejemplo: «HubSpot es más barato».
objection-error-other-needs-note = Con «Otro», añade una línea que diga de qué se trata.

objection-saved = Guardado
objection-saved-again = Ya lo habías guardado hace un momento; queda una sola vez
objection-updated = Cambiado
objection-withdrawn = Deshecho. Ya no cuenta en ningún sitio; marketing lo ve como retirado.
objection-restore = Recuperarlo
objection-removed-characters = { $count ->
    [one] Se ha quitado un carácter que no se puede guardar.
   *[other] Se han quitado { $count } caracteres que no se pueden guardar.
}
objection-vs = frente a { $competitor }
objection-asks = Pide a marketing: { $ask }
objection-no-account = sin cuenta
objection-theme-placeholder = Indica el tema
objection-unknown-account = Todavía no hay ninguna cuenta «{ $name }». La nota queda guardada con ese nombre.
objection-use-account = Usar { $name }
objection-create-account = Crear «{ $name }»
objection-argued-before = *Lo que ya se ha respondido a «{ $theme }»*
objection-argument-worked = funcionó
objection-argument-failed = no funcionó
objection-argument-open = aún es pronto
objection-told-owner-now = { $owner } (marketing) se entera ahora mismo.
objection-told-owner-at = { $owner } (marketing) se entera el { $when }, en su horario.
objection-told-owner-daily = { $owner } (marketing) lo verá en su lista diaria, el { $when }.
objection-told-channel-now = { $channel } se entera ahora mismo.
objection-told-channel-at = { $channel } se entera el { $when }, en horario laboral.
objection-told-channel-daily = { $channel } lo verá en la lista diaria, el { $when }.
objection-told-nobody = No hay responsable ni canal de marketing, así que nadie se entera. Un admin puede indicarlo con `/lazo ajustes`.

objection-search-empty = ¿Qué buscas? Por ejemplo: `/objecion buscar precio`
objection-search-none = No he encontrado nada con «{ $query }». Prueba con menos palabras, por ejemplo: `/objecion buscar precio`
objection-search-title = { $count ->
    [one] Una objeción con «{ $query }»
   *[other] { $count } objeciones con «{ $query }»
}
objection-mine-none = Todavía no has anotado ninguna. Por ejemplo: `/objecion Acme: dicen que HubSpot es más barato`
objection-mine-title = Lo último que has anotado
objection-top-none = Ninguna objeción en los últimos { $days } días. Por ejemplo: `/objecion Acme: dicen que HubSpot es más barato`
objection-top-title = Lo que más se oye en los últimos { $days } días
objection-top-line = *{ $theme }* · { $count } ({ $before } en los { $days } días anteriores)
objection-list-answered = respuesta: { $argument }
objection-help = Anota lo que objetan los compradores, en una línea o con un formulario.
    • `/objecion Acme: dicen que HubSpot es más barato` lo guarda al momento
    • `/objecion` abre el formulario
    • `/objecion buscar precio` · `/objecion top` · `/objecion mias`
objection-unclear = No conozco la palabra «{ $word }».
objection-unclear-nearest = No conozco la palabra «{ $word }». ¿Querías decir `{ $nearest }`?
objection-unclear-example = Para anotarla, añade lo que te dijeron, por ejemplo: `/objecion Acme: dicen que HubSpot es más barato`. O guárdala tal cual:
objection-save-anyway = Guardar como objeción

objection-notice-ask = { $author } necesita { $ask ->
    [argument] un argumento
    [content] contenido
   *[proof] pruebas
 } de marketing · { $account }
objection-notice-plain = { $author } ha oído una objeción · { $account }
objection-notice-withdrawn = { $author } ha retirado esta nota.
objection-notice-list = { $count ->
    [one] Una nota de ventas para ti
   *[other] { $count } notas de ventas para ti
}
objection-not-author = Solo puede cambiarla quien la anotó. Se queda como está.
objection-stale = Ha cambiado entretanto, así que tu cambio *no* se ha guardado. Así está ahora; debajo tienes lo que escribiste. *Guardar* pone lo tuyo en su lugar.
objection-form-lost = El formulario no se ha podido abrir porque Slack ya había cerrado la petición. Prueba otra vez o escríbelo en una línea: `/objecion Acme: dicen que HubSpot es más barato`
objection-answer-what = Respuesta dada: { $argument }
objection-told-yourself = El marketing de esta cuenta lo llevas tú, así que no se avisa a nadie más.
