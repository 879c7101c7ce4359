# Only what differs from Spanish of Spain.
targets-form-lost = Slack no abrió a tiempo las cuentas objetivo del { $quarter }. No se perdió nada: presiona el botón.
targets-state-over = Este trimestre ya terminó: la lista se puede leer, pero no cambiar.
targets-members-only = Solo los miembros de este espacio de trabajo llevan la lista, así que no cambió nada. Pídeselo a alguien de tu equipo.
targets-not-yours = Esto lo hacen quienes son responsables de la lista o dirigen un equipo, así que no cambió nada.
targets-over = Este trimestre ya terminó, así que no cambió nada.
targets-stale = Alguien cambió la lista mientras tanto, así que no cambió nada. Mírala como está ahora.
targets-owners-intro = Una persona de ventas y otra de marketing. Una cuenta entra en la lista solo si ambas están de acuerdo.
export-members-only = Solo los miembros de este espacio de trabajo reciben las cuentas en un archivo. Pídeselo a alguien de tu equipo.
export-refused = Slack no aceptó el archivo con tus cuentas. Intenta otra vez con `/lazo cuenta exportar` en un rato; si sigue igual, quien administra Lazo encontrará el motivo en su registro.
targets-tell-dropped = { $count ->
    [one] Una cuenta salió de la lista de objetivos del { $quarter }:
   *[other] { $count } cuentas salieron de la lista de objetivos del { $quarter }:
}
targets-not-agreed = todavía no da su acuerdo
