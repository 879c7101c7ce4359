demo-intro-title = Lazo te saluda.
demo-intro-example = Este es un espacio de ejemplo. Todo es inventado: Norte Software, su gente, sus cuentas y sus cifras.
demo-intro-steps = Prueba esto:
    • Como *Ana* o *Tom*: `/objecion Talleres Ibarra: dicen que Pipewise es más barato, necesito un argumento`
    • Cambia a *Marta*: se entera en sus mensajes
    • Lleva el reloj al lunes a las 09:00: el resumen de la semana llega a este canal
