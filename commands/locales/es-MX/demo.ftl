# Only what differs from Spanish of Spain.
demo-intro-steps = Prueba esto:
    • Como *Ana* o *Tom*: `/objecion Talleres Ibarra: dicen que Pipewise es más barato, necesito un argumento`
    • Cambia a *Marta*: le llega en sus mensajes
    • Mueve el reloj al lunes a las 09:00: el resumen de la semana llega a este canal
