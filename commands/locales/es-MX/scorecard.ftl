scorecard-none = En este tiempo no se traspasó ningún lead, así que todavía no hay nada que contar. Elige un periodo más largo o traspasa uno con `/lazo traspaso`.
scorecard-nothing-yours = En este tiempo no te llegó ningún lead, ni a nadie a tu cargo. Los datos de los demás son para cada quien y su responsable.
