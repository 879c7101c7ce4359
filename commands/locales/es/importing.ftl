# Archivos CSV que se sueltan en el DM del bot. Los nombres de archivos y columnas entran ya escapados.

import-kind-leads = leads
import-kind-deals = oportunidades
import-kind-accounts = cuentas

import-field-external_id = Id
import-field-mql_at = Fecha de MQL
import-field-source = Origen
import-field-campaign = Campaña
import-field-landing_page = Página de destino
import-field-name = Nombre
import-field-company = Empresa
import-field-email = Correo
import-field-phone = Teléfono
import-field-score = Puntuación
import-field-action = Qué hizo
import-field-action_at = Cuándo lo hizo
import-field-crm_id = Id del CRM
import-field-crm_url = Enlace al CRM
import-field-lead = Id del lead
import-field-outcome = Resultado
import-field-opened_at = Fecha de apertura
import-field-closed_at = Fecha de cierre
import-field-amount = Importe
import-field-currency = Moneda
import-field-segment = Segmento
import-field-sales_rep = Comercial
import-field-deal_type = Tipo de oportunidad
import-field-account = Cuenta
import-field-tier = Nivel
import-field-sales_owner = Responsable de ventas
import-field-marketing_owner = Responsable de marketing
import-field-relation = Cliente o potencial
import-field-territory = Región
import-field-stage = Fase
import-field-stage_since = En la fase desde
import-field-renewal_on = Fecha de renovación

import-relation-prospect = Potencial
import-relation-customer = Cliente

import-outcome-open = Abierta
import-outcome-won = Ganada
import-outcome-lost_competitor = Perdida con un competidor
import-outcome-lost_no_decision = Perdida: sin decisión
import-outcome-lost_other = Perdida
import-outcome-churned = Baja
import-outcome-unknown = No se sabe

import-found = *{ $name }* parece contener *{ $kind }*: { $count ->
    [one] una fila
   *[other] { $count } filas
}. No se guarda nada hasta que pulses el botón.
import-found-whole = *{ $name }* parece contener *{ $kind }*. Falta algo antes de poder importarlo.
import-found-nothing = Por sus columnas no sé qué trae *{ $name }*. Elígelo abajo; todavía no se ha guardado nada.
import-remembered = Las columnas están como se confirmaron antes para un archivo con estos mismos títulos.
import-match = { $heading } → { $field }
import-match-likely = { $heading } → { $field } (lo supongo: compruébalo)
import-missing = Ninguna columna dice: *{ $fields }*. Pulsa *Cambiar columnas…* y elige.
import-missing-id = El id puede ser cualquier columna que diga algo distinto en cada fila, como el correo.
import-missing-outcome = Ninguna columna dice cómo acabaron las oportunidades. Pulsa *Cambiar columnas…* y elige la columna, o un resultado para todas las filas.
import-unused = Sin usar: { $headings }
import-sample-read = Las primeras filas, tal como las leo:
import-sample-raw = Las primeras filas del archivo:
import-reads-date_format-dmy = Fechas: primero el día (31/12/2026)
import-reads-date_format-mdy = Fechas: primero el mes (12/31/2026)
import-reads-decimal-comma = Importes: 20.000,5
import-reads-decimal-point = Importes: 20,000.5
import-reads-currency = Todos los importes en { $currency }
import-reads-outcome = Resultado de todas las filas: { $outcome }
import-reads-encoding-cp1252 = Leído como Windows-1252, los caracteres propios de Excel
import-reads-zone = Horas sin zona: { $zone }
import-reads-accounts = Las empresas que nadie conoce pasan a ser cuentas
import-reads-guess = { $told } (lo supongo: ningún valor lo aclara)
import-no-currency = Los importes no dicen en qué moneda están, así que se quedarían fuera. Pulsa *Cambiar columnas…* y elige una.
import-would-refuse = { $count ->
    [one] Una fila no se puede importar tal como está. Te la devuelvo con el motivo.
   *[other] { $count } filas no se pueden importar tal como están. Te las devuelvo, cada una con su motivo.
}
import-would-repeat = { $count ->
    [one] Un id sale dos veces: cuenta la última fila.
   *[other] { $count } filas tienen más abajo otra con el mismo id, que es la que cuenta.
}
import-would-repeat-accounts = { $count ->
    [one] Una cuenta viene dos veces: cuenta la última fila.
   *[other] { $count } filas quedan sustituidas por otra posterior con la misma cuenta.
}
import-would-doubt = Échale un vistazo antes de importar:
import-reason-line = { $count } × { $reason }
import-reason-in = { $count } × { $reason }: { $headings }
import-button = { $count ->
    [one] Importar una fila
   *[other] Importar { $count } filas
}
import-change = Cambiar columnas…
import-choose-kind = ¿Qué trae?

import-reading = Leyendo *{ $name }*…
import-under-way = Importando *{ $name }*: { $count ->
    [one] una fila…
   *[other] { $count } filas…
} Puedes seguir con lo tuyo.
import-done = *{ $name }* ya está importado. Filas nuevas: { $inserted } · cambiadas: { $updated } · como estaban: { $unchanged }.
import-done-refused = { $count ->
    [one] Una fila *no* se ha importado.
   *[other] { $count } filas *no* se han importado.
}
import-done-doubtful = { $count ->
    [one] Hay una cosa que conviene mirar.
   *[other] Hay { $count } cosas que conviene mirar.
}
import-done-accounts = { $count ->
    [one] Se ha creado una cuenta.
   *[other] Se han creado { $count } cuentas.
}
import-done-without-account = { $count ->
    [one] Una fila nombra una empresa que todavía no es una cuenta.
   *[other] { $count } filas nombran una empresa que todavía no es una cuenta.
}
import-done-reviews = { $count ->
    [one] Una oportunidad se ha cerrado en los últimos { $days } días: se pide su revisión de cierre.
   *[other] { $count } oportunidades se han cerrado en los últimos { $days } días: se pide la revisión de cierre de cada una.
}
import-done-closed-before = { $count ->
    [one] Una oportunidad se cerró hace más de { $days } días. Por esa no se pide revisión: a estas alturas, la memoria ya rellena los huecos.
   *[other] { $count } oportunidades se cerraron hace más de { $days } días. Por esas no se pide revisión: a estas alturas, la memoria ya rellena los huecos.
}
import-done-report = Esas filas están en el hilo, en un archivo, cada una con su motivo. Corrígelas ahí y suelta aquí ese archivo: las columnas ya las conozco.
import-done-no-report = Slack no ha aceptado el archivo con esas filas. Suelta otra vez el mismo archivo y pulsa importar: lo guardado se queda como está y las filas vuelven.
import-cancelled = *{ $name }* no se ha importado y no he guardado nada de él. Suéltalo otra vez cuando quieras.
import-report-title = Filas por revisar: { $name }
import-report-refused = No importada: { $reason }
import-report-doubtful = Importada, pero mírala: { $reason }
import-report-replaced = Sustituida por otra más abajo: { $reason }

import-form-title = Columnas
import-form-intro = ¿Qué dice cada columna de *{ $name }*?
import-form-none = – no está en este archivo –
import-form-date_format = Cómo están escritas las fechas
import-form-decimal = Cómo están escritos los importes
import-form-currency = Moneda de los importes que no la dicen
import-form-outcome = Resultado de las filas que no lo dicen
import-form-encoding = Caracteres
import-form-encoding-hint = Si letras como la ñ o la é salen mal, prueba con la otra opción.
import-form-accounts = Cuentas
import-form-accounts-box = Crear cuentas con las empresas desconocidas
import-form-ok = Volver a leer
import-form-needed = Este dato hace falta: elige la columna que lo dice.
import-form-lost = Slack no ha abierto las columnas a tiempo. No ha cambiado nada: pulsa el botón otra vez.

import-stale = Ya hay una vista previa más nueva de este archivo, así que no se ha importado nada. Mira el mensaje como está ahora.
import-gone = La vista previa de este archivo es demasiado antigua, así que no se ha importado nada. Suelta el archivo otra vez.
import-not-yours = Sobre este archivo solo decide quien lo ha soltado.
import-members-only = Solo los miembros de este espacio de trabajo importan archivos, así que no he leído ni guardado nada. Pídeselo a alguien del equipo.
import-hint = No leo lo que se escribe aquí. `/lazo ayuda` te muestra lo que sé hacer. Y si sueltas aquí un CSV con leads, oportunidades o cuentas, lo importo en cuanto hayas visto la vista previa.

import-problem-file_gone = *{ $name }* ya no está, así que no se ha importado nada. Suéltalo otra vez.
import-problem-file_elsewhere = *{ $name }* está fuera de Slack y ahí no puedo leerlo. Guárdalo como CSV y suelta ese archivo.
import-problem-too_large = *{ $name }* pasa de { $limit } MB, que es lo máximo que acepto desde Slack. Suéltalo por partes con los mismos títulos, o pide a quien administra Lazo que lo importe con `lazo import`.
import-problem-not_csv = *{ $name }* no es un CSV. En Excel, Numbers o Google Sheets, guárdalo o descárgalo como CSV y suelta ese archivo.
import-problem-file_empty = *{ $name }* está vacío.
import-problem-no_rows = *{ $name }* tiene títulos, pero ninguna fila.
import-problem-header_unreadable = La primera línea de *{ $name }* no da nombre a las columnas. Pon encima una línea con los títulos y suéltalo otra vez.
import-problem-encoding_wrong = *{ $name }* no cuadra con los caracteres que se eligieron. Suéltalo otra vez y elige otros.
import-problem-not_reached = Slack no me ha dado *{ $name }*, y eso que lo he intentado un buen rato. No se ha importado nada; suéltalo otra vez más tarde.
import-problem-not_allowed = Aquí no tengo permiso para leer archivos. Pide a quien administra Lazo que lo vuelva a instalar para darle el permiso `files:read`.
import-problem-unreadable = *{ $name }* no se puede leer como CSV.
import-problem-interrupted = La importación de *{ $name }* se ha interrumpido demasiadas veces. Lo guardado se queda; suelta el archivo otra vez y solo se añade lo que falta.

import-why-account_merged = esta cuenta se unió a otra; pon el nombre de esa otra
import-why-account_name_empty = el nombre de una empresa necesita alguna letra o número
import-why-account_name_too_long = es demasiado largo para el nombre de una empresa (200 caracteres)
import-why-account_unknown = ninguna cuenta se llama así, así que la oportunidad no tiene ninguna
import-why-amount_ambiguous = el importe se puede leer de dos maneras, así que se ha dejado fuera
import-why-amount_contradicts = el importe no cuadra con el signo decimal o con la moneda, así que se ha dejado fuera
import-why-amount_out_of_range = el importe es negativo o demasiado grande para una oportunidad, así que se ha dejado fuera
import-why-amount_rounded = el importe tiene más decimales que su moneda y se ha redondeado
import-why-amount_unreadable = esto no es un importe, así que se ha dejado fuera
import-why-amount_without_currency = el importe no dice en qué moneda está, así que se ha dejado fuera
import-why-broken_characters = hay caracteres rotos en el archivo
import-why-closed_before_lead = se cerró antes del primer contacto del lead
import-why-closed_before_opened = se cerró antes de abrirse
import-why-closed_without_date = la oportunidad está cerrada, pero ninguna fecha dice cuándo
import-why-currency_unreadable = esto no es un código de moneda como EUR, así que se ha dejado fuera
import-why-date_in_future = la fecha está en el futuro
import-why-date_needs_format = no está claro si va primero el día o el mes
import-why-date_out_of_range = el año está demasiado lejos de hoy para ser correcto
import-why-date_unreadable = esto no es una fecha
import-why-deal_type_unreadable = esto no es un tipo de oportunidad (nueva, renovación, ampliación), así que se ha dejado fuera
import-why-email_odd = esto no parece un correo electrónico
import-why-id_broken = un id con caracteres rotos no es de fiar
import-why-id_too_long = demasiado largo para un id (200 caracteres)
import-why-lead_unknown = ningún lead tiene este id; importa los leads y después otra vez estas oportunidades
import-why-line_too_long = la línea tiene más de un millón de caracteres
import-why-number_unreadable = esto no es un número entero, así que se ha dejado fuera
import-why-open_with_close_date = la oportunidad está abierta, así que su fecha de cierre se ha dejado fuera
import-why-outcome_unreadable = esto no es un resultado (abierta, ganada, perdida, baja …)
import-why-owner_changed = la cuenta tenía otro responsable; pasa a tener el del archivo
import-why-person_ambiguous = varias personas se llaman así; pon su correo, o el responsable se queda como estaba
import-why-person_unfit = esta persona no puede llevar una cuenta (invitados, bots o quien ya no está), así que el responsable se queda como estaba
import-why-person_unknown = aquí nadie tiene ese correo ni ese @nombre, así que el responsable se queda como estaba
import-why-quote_not_closed = se abren unas comillas y no se cierran
import-why-relation_unreadable = no es ni cliente ni potencial, así que se ha dejado fuera
import-why-repeated_row = el mismo id o la misma cuenta vuelve a salir más abajo
import-why-row_unreadable = esto no es una fila de un CSV
import-why-source_unreadable = un origen necesita letras o números, así que se ha dejado fuera
import-why-stage_of_several_deals = la cuenta tiene varias oportunidades abiertas y solo un archivo de oportunidades dice cuál; su fase se queda
import-why-stage_retired = esa fase ya no se usa y no se puede pasar a ella, así que se queda la que había
import-why-stage_unknown = ninguna de las fases acordadas se llama así (están en `/lazo cuenta fases`), así que se ha dejado fuera
import-why-stage_without_account = la oportunidad no es de ninguna cuenta, así que su fase se ha dejado fuera
import-why-text_cut = el texto es demasiado largo y se ha cortado
import-why-tier_unreadable = no es un nivel (1, 2 o 3), así que se ha dejado fuera
import-why-time_skipped = el cambio de hora se saltó esta hora
import-why-time_twice = con el cambio de hora esta hora se repite; he tomado la primera
import-why-too_few_fields = la fila tiene menos celdas que títulos hay
import-why-too_many_fields = la fila tiene más celdas que títulos hay
import-why-url_unreadable = esto no es una dirección web (https://…), así que se ha dejado fuera
import-why-value_missing = hace falta, y la celda está vacía
