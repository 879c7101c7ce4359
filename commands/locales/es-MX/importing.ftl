# Only what differs from Spanish of Spain.
import-field-score = Puntaje
import-field-amount = Monto
import-field-sales_rep = Vendedor
import-found = *{ $name }* parece contener *{ $kind }*: { $count ->
    [one] una fila
   *[other] { $count } filas
}. No se guarda nada hasta que presiones el botón.
import-match-likely = { $heading } → { $field } (lo supongo: revísalo)
import-missing = Ninguna columna dice: *{ $fields }*. Presiona *Cambiar columnas…* y elige.
import-missing-outcome = Ninguna columna dice cómo acabaron las oportunidades. Presiona *Cambiar columnas…* y elige la columna, o un resultado para todas las filas.
import-reads-decimal-comma = Montos: 20.000,5
import-reads-decimal-point = Montos: 20,000.5
import-reads-currency = Todos los montos en { $currency }
import-no-currency = Los montos no dicen en qué moneda están, así que se quedarían fuera. Presiona *Cambiar columnas…* y elige una.
import-done-refused = { $count ->
    [one] Una fila *no* se importó.
   *[other] { $count } filas *no* se importaron.
}
import-done-accounts = { $count ->
    [one] Se creó una cuenta.
   *[other] Se crearon { $count } cuentas.
}
import-done-no-report = Slack no aceptó el archivo con esas filas. Suelta otra vez el mismo archivo y presiona importar: lo guardado se queda como está y las filas regresan.
import-cancelled = *{ $name }* no se importó y no guardé nada de él. Suéltalo otra vez cuando quieras.
import-form-decimal = Cómo están escritos los montos
import-form-currency = Moneda de los montos que no la dicen
import-form-lost = Slack no abrió las columnas a tiempo. No cambió nada: presiona el botón otra vez.
import-stale = Ya hay una vista previa más nueva de este archivo, así que no se importó nada. Mira el mensaje como está ahora.
import-not-yours = Sobre este archivo solo decide quien lo soltó.
import-members-only = Solo los miembros de este espacio de trabajo importan archivos, así que no leí ni guardé nada. Pídeselo a alguien de tu equipo.
import-problem-file_gone = *{ $name }* ya no está, así que no se importó nada. Suéltalo otra vez.
import-problem-not_reached = Slack no me dio *{ $name }*, aunque lo intenté un buen rato. No se importó nada; suéltalo otra vez más tarde.
import-problem-interrupted = La importación de *{ $name }* se interrumpió demasiadas veces. Lo guardado se queda; suelta el archivo otra vez y solo se agrega lo que falta.
import-why-amount_ambiguous = el monto se puede leer de dos maneras, así que se dejó fuera
import-why-amount_contradicts = el monto no cuadra con el signo decimal o con la moneda, así que se dejó fuera
import-why-amount_out_of_range = el monto es negativo o demasiado grande para una oportunidad, así que se dejó fuera
import-why-amount_rounded = el monto tiene más decimales que su moneda y se redondeó
import-why-amount_unreadable = esto no es un monto, así que se dejó fuera
import-why-amount_without_currency = el monto no dice en qué moneda está, así que se dejó fuera
import-why-currency_unreadable = esto no es un código de moneda como MXN, así que se dejó fuera
import-why-deal_type_unreadable = esto no es un tipo de oportunidad (nueva, renovación, ampliación), así que se dejó fuera
import-why-number_unreadable = esto no es un número entero, así que se dejó fuera
import-why-open_with_close_date = la oportunidad está abierta, así que su fecha de cierre se dejó fuera
import-why-source_unreadable = un origen necesita letras o números, así que se dejó fuera
import-why-text_cut = el texto es demasiado largo y se cortó
import-why-time_twice = con el cambio de hora esta hora se repite; tomé la primera
import-why-url_unreadable = esto no es una dirección web (https://…), así que se dejó fuera
import-gone = La vista previa de este archivo es demasiado antigua, así que no se importó nada. Suelta el archivo otra vez.
import-field-crm_url = Liga al CRM
import-form-encoding-hint = Si letras como la ñ o la é salen mal, intenta con la otra opción.
import-problem-too_large = *{ $name }* pasa de { $limit } MB, que es lo máximo que acepto desde Slack. Suéltalo por partes con los mismos títulos, o pídele a quien administra Lazo que lo importe con `lazo import`.
import-problem-not_allowed = Aquí no tengo permiso para leer archivos. Pídele a quien administra Lazo que lo vuelva a instalar para darle el permiso `files:read`.
import-done-reviews = { $count ->
    [one] Una oportunidad se cerró en los últimos { $days } días: se pide su revisión de cierre.
   *[other] { $count } oportunidades se cerraron en los últimos { $days } días: se pide la revisión de cierre de cada una.
}
import-found-nothing = Por sus columnas no sé qué trae *{ $name }*. Elígelo abajo; todavía no se guardó nada.
import-why-relation_unreadable = no es ni cliente ni potencial, así que se dejó fuera
import-why-tier_unreadable = no es un nivel (1, 2 o 3), así que se dejó fuera
import-why-stage_unknown = ninguna de las etapas acordadas se llama así (están en `/lazo cuenta etapas`), así que se dejó fuera
import-why-stage_without_account = la oportunidad no es de ninguna cuenta, así que su etapa se dejó fuera
import-field-stage = Etapa
import-field-stage_since = En la etapa desde
import-why-stage_of_several_deals = la cuenta tiene varias oportunidades abiertas y solo un archivo de oportunidades dice cuál; su etapa se queda
import-why-stage_retired = esa etapa ya no se usa y no se puede pasar a ella, así que se queda la que había
