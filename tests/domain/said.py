"""What hurried salespeople type, and what a colleague reading over their shoulder would take from it.

Each line: the text, then account, theme, competitor and ask as they should be recognised. `SAID` was written with the
word lists known and used to mend them. `HELD_OUT` avoids their words and has never been used to change them: what it
says of unseen sentences is the honest figure.
"""

from typing import Final, NamedTuple

from domain.taxonomy import Ask, Theme

T, A = Theme, Ask


class Said(NamedTuple):
    """One typed line and what should be understood."""

    text: str
    account: str | None = None
    theme: Theme | None = None
    competitor: str | None = None
    ask: Ask = Ask.NONE


SAID: Final = (
    Said("Acme: they say HubSpot is cheaper", "Acme", T.PRICE, "HubSpot"),
    Said("Globex - too expensive for what it does", None, T.PRICE),
    Said("Acme: no money left, send me a case study", "Acme", T.BUDGET, None, A.PROOF),
    Said("Grupo Alborada: no hay lana, mándenme un caso de éxito", "Grupo Alborada", T.BUDGET, None, A.PROOF),
    Said("Acme: no lo necesitan, pásame una comparativa", "Acme", T.NEED, None, A.CONTENT),
    Said("Initech: way over what they wanted to pay", "Initech", T.PRICE),
    Said("Umbrella Corp: price is 3x pipedrive", "Umbrella Corp", T.PRICE),
    Said("Acme: want 20% discount or no deal", "Acme", T.PRICE),
    Said("northwind: no budget till january", "northwind", T.BUDGET),
    Said("Contoso: budget got frozen by the CFO", "Contoso", T.BUDGET),
    Said("Fabrikam: they ran out of money this year", "Fabrikam", T.BUDGET),
    Said("Stark: needs sign off from the board", "Stark", T.AUTHORITY),
    Said("Wayne: my guy can't decide, boss has to approve", "Wayne", T.AUTHORITY),
    Said("Hooli: it's not my call she said", "Hooli", T.AUTHORITY),
    Said("Pied Piper: dont see why they'd need this", "Pied Piper", T.NEED),
    Said("Soylent: we don’t need another tool", "Soylent", T.NEED),
    Said("Vandelay: not now, call back in Q2", "Vandelay", T.TIMING),
    Said("Tyrell: next quarter maybe", "Tyrell", T.TIMING),
    Said("Cyberdyne: bad timing, they're mid merger", "Cyberdyne", T.TIMING),
    Said("Oscorp: happy with excel", "Oscorp", T.STATUS_QUO),
    Said("LexCorp: already have something that works fine", "LexCorp", T.STATUS_QUO),
    Said("Massive: going with Salesforce", "Massive", T.COMPETITOR, "Salesforce"),
    Said("Dunder: they chose Pipedrive over us", "Dunder", T.COMPETITOR, "Pipedrive"),
    Said("Gekko: comparing us to Zoho", "Gekko", T.COMPETITOR, "Zoho"),
    Said("Bluth: no SSO so it's dead", "Bluth", T.PRODUCT_GAP),
    Said("Sterling: doesn't have an outlook plugin", "Sterling", T.PRODUCT_GAP),
    Said("Prestige: missing the reporting feature they asked for", "Prestige", T.PRODUCT_GAP),
    Said("Duff: never heard of us, want references", "Duff", T.TRUST, None, A.PROOF),
    Said("Krusty: who else in their industry uses it?", "Krusty", T.TRUST),
    Said("Paper Street: afraid the migration takes forever", "Paper Street", T.IMPLEMENTATION),
    Said("Monsters Inc: too hard to roll out to 40 reps", "Monsters Inc", T.IMPLEMENTATION),
    Said("Ollivander: gdpr questions from their lawyer, where is the data", "Ollivander", T.SECURITY_LEGAL),
    Said("Weyland: legal wants a DPA first", "Weyland", T.SECURITY_LEGAL),
    Said("Nakatomi: just send me an email", "Nakatomi", T.BRUSH_OFF),
    Said("Gringotts: ghosting me since the demo", "Gringotts", T.BRUSH_OFF),
    Said("They said: it's too expensive", None, T.PRICE),
    Said("Acme: what do I say when they say it's too expensive?", "Acme", T.PRICE, None, A.ARGUMENT),
    Said("Acme: I need a one pager vs HubSpot", "Acme", None, "HubSpot", A.CONTENT),
    Said("Ferretería Sol: muy caro para ellos", "Ferretería Sol", T.PRICE),
    Said("Miramar: dicen que HubSpot les sale a mitad de precio", "Miramar", T.PRICE, "HubSpot"),
    Said("Grupo Lúa: piden un 15% de descuento", "Grupo Lúa", T.PRICE),
    Said("Talleres Rey: se les va de precio", "Talleres Rey", T.PRICE),
    Said("Bodegas Ruiz: no hay presupuesto hasta enero", "Bodegas Ruiz", T.BUDGET),
    Said("Clínica Norte: les han congelado el gasto", "Clínica Norte", T.BUDGET),
    Said("Seguros Alba: lo tiene que aprobar el director", "Seguros Alba", T.AUTHORITY),
    Said("Textil Mar: yo no decido, tiene que verlo mi jefe", "Textil Mar", T.AUTHORITY),
    Said("Frutas Gil: no lo necesitan", "Frutas Gil", T.NEED),
    Said("Óptica Luz: no le ven el sentido", "Óptica Luz", T.NEED),
    Said("Hotel Playa: ahora no, después del verano", "Hotel Playa", T.TIMING),
    Said("Muebles Soto: que les llame el mes que viene", "Muebles Soto", T.TIMING),
    Said("Panadería Eva: el próximo año lo miran", "Panadería Eva", T.TIMING),
    Said("Gestoría Paz: están contentos con su excel", "Gestoría Paz", T.STATUS_QUO),
    Said("Construcciones Vega: ya tienen un CRM y les vale", "Construcciones Vega", T.STATUS_QUO),
    Said("Transportes Díaz: se van con Zoho", "Transportes Díaz", T.COMPETITOR, "Zoho"),
    Said("Farmacia Ríos: eligieron Pipedrive", "Farmacia Ríos", T.COMPETITOR, "Pipedrive"),
    Said("Imprenta Luna: no tiene integración con SAP", "Imprenta Luna", T.PRODUCT_GAP),
    Said("Viajes Sol: les falta la app móvil", "Viajes Sol", T.PRODUCT_GAP),
    Said("Academia Uno: no nos conocen, quieren referencias", "Academia Uno", T.TRUST, None, A.PROOF),
    Said("Kiosko: no se fían de una startup", "Kiosko", T.TRUST),
    Said("Lácteos Pérez: les da miedo la migración", "Lácteos Pérez", T.IMPLEMENTATION),
    Said("Aceites Vida: la puesta en marcha es muy larga", "Aceites Vida", T.IMPLEMENTATION),
    Said("Banco Azul: preguntan por el RGPD y dónde están los datos", "Banco Azul", T.SECURITY_LEGAL),
    Said("Notaría Gil: su abogado no lo ve claro", "Notaría Gil", T.SECURITY_LEGAL),
    Said("Motos Paco: mándame info y ya", "Motos Paco", T.BRUSH_OFF),
    Said("Zapatos Ana: no contestan desde la demo", "Zapatos Ana", T.BRUSH_OFF),
    Said("Dicen: es demasiado caro", None, T.PRICE),
    Said("Acme: necesito una comparativa con HubSpot", "Acme", None, "HubSpot", A.CONTENT),
    Said("Acme: qué les digo si dicen que es caro", "Acme", T.PRICE, None, A.ARGUMENT),
)

HELD_OUT: Final = (
    Said("Zenith: cfo says the numbers don't work at that price", "Zenith", T.PRICE),
    Said("Quantum: cheaper alternatives everywhere", "Quantum", T.PRICE),
    Said("Apex: spent it all already, nothing left for this year", "Apex", T.BUDGET),
    Said("Orion: has to go through procurement", "Orion", T.AUTHORITY),
    Said("Vertex: don't see the value", "Vertex", T.NEED),
    Said("Nimbus: revisit after summer", "Nimbus", T.TIMING),
    Said("Pinnacle: their old system does the job", "Pinnacle", T.STATUS_QUO),
    Said("Atlas: signed with Monday last week", "Atlas", T.COMPETITOR, "Monday"),
    Said("Echo: can't export to pdf", "Echo", T.PRODUCT_GAP),
    Said("Delta: worried we'll be gone in a year", "Delta", T.TRUST),
    Said("Sigma: IT has no capacity to set it up", "Sigma", T.IMPLEMENTATION),
    Said("Lambda: infosec questionnaire, 200 questions", "Lambda", T.SECURITY_LEGAL),
    Said("Kappa: won't return my calls", "Kappa", T.BRUSH_OFF),
    Said("Cafés Oro: por ese dinero prefieren otro", "Cafés Oro", T.PRICE),
    Said("Piensos Sur: ya se gastaron todo este año", "Piensos Sur", T.BUDGET),
    Said("Vidrios Mar: depende de la central en París", "Vidrios Mar", T.AUTHORITY),
    Said("Cítricos Levante: para qué lo quiero yo", "Cítricos Levante", T.NEED),
    Said("Cerámicas Oeste: hablamos en septiembre", "Cerámicas Oeste", T.TIMING),
    Said("Pinturas Iris: así van tirando", "Pinturas Iris", T.STATUS_QUO),
    Said("Joyas Rey: ya han firmado con Salesforce", "Joyas Rey", T.COMPETITOR, "Salesforce"),
    Said("Toldos Luz: no exporta a pdf", "Toldos Luz", T.PRODUCT_GAP),
    Said("Quesos Sanz: y si cerráis mañana qué", "Quesos Sanz", T.TRUST),
    Said("Puertas Gala: informática no tiene manos para montarlo", "Puertas Gala", T.IMPLEMENTATION),
    Said("Cables Norte: cumplimiento normativo no lo aprueba", "Cables Norte", T.SECURITY_LEGAL),
    Said("Telas Bravo: me ha dado largas", "Telas Bravo", T.BRUSH_OFF),
)
