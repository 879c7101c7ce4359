// Every word of the page itself, in English and in the Spanish of Spain and of Mexico; which of them one reads is the person's locale, as in Slack.
import { state } from "./state.js";

const EN = {
  active: "Active", addReaction: "Add reaction", admin: "admin", alsoSend: "Also send to #{name}", alsoSendDm: "Also send as a direct message", aThread: "a thread", appBadge: "APP", appReadOnly: "Sending messages to this app has been turned off.",
  appSilent: "The app did not respond. Try again?", apps: "Apps", archived: "This channel is archived.", away: "Away",
  back: "Back", beginApp: "This is the very beginning of your messages with {name}. Type / to see what it can do.",
  beginChannel: "This is the very beginning of the #{name} channel. Type / to see what {app} can do.", beginDm: "This conversation is just between you and {name}.",
  beginTopic: "Topic: {topic}", bold: "Bold", botAway: "{app} is not connected.", botAwayMore: "Commands and buttons wait for the bot; this notice goes away by itself when it is back.",
  brokenBlock: "This block could not be drawn", bulleted: "Bulleted list", cancel: "Cancel", channels: "Channels", chart: "Chart", chartArea: "Area chart",
  chartBar: "Bar chart", chartLine: "Line chart", chartPie: "Pie chart", chooseOption: "Choose an option", clear: "Clear",
  clock: "Demo clock", clockDialog: "Move the clock", clockGo: "Go", clockHour: "+1 h", clockLater: "choose a later time: the clock only moves forward",
  clockMonday: "Monday 09:00", clockMove: "Move the clock: {label}", clockMoving: "moving…", clockTitle: "The workspace's clock, as it is in {place}. It only moves forward.", clockTo: "Go to", clockTomorrow: "Tomorrow 09:00",
  clockWhy: "The bot lives by this clock: move it forward to see reminders, deadlines and the weekly digest come.",
  close: "Close", closeThread: "Close thread", code: "Code", codeBlock: "Code block",
  commandFailed: "`{command}` failed with the error \"{error}\". {detail}", commandNobody: "`{command}` failed with the error \"dispatch_failed\". The app is not running.",
  commandTimeout: "`{command}` failed with the error \"operation_timeout\". The app did not answer within 3 seconds.",
  commandUnknown: "`{command}` is not a valid command. In Slack, all messages that start with the \"/\" character are interpreted as commands.",
  commands: "Commands", conversations: "Conversations", copied: "Copied", copy: "Copy", copyBlockKit: "Copy for Block Kit", copyLink: "Copy link", copyText: "Copy text",
  date: "Date", delete: "Delete", deleteMessage: "Delete message…", deleteSure: "Are you sure you want to delete this message? This cannot be undone.", deleteTitle: "Delete message", directMessages: "Direct messages", dismiss: "Dismiss", dismissMessage: "Dismiss message", dms: "DMs", download: "Download", draft: "Draft",
  dropTitle: "Drop to share in {name}", edited: "edited", editMessage: "Edit message", emoji: "Emoji", emojiAll: "All", emojiFrequent: "Frequently used", emojiNone: "No emoji of that name",
  external: "external", externalBadge: "EXTERNAL", file: "File", forDevelopers: "For developers", formGone: "This form is no longer open. Copy what you need and close it.",
  formatting: "Formatting", forward: "Forward", guest: "guest", hideMessage: "Hide message", home: "Home", homeEmpty: "{app} has not put anything here yet",
  homeEmptyMore: "This is where the app's Home tab appears. Its messages are in the Messages tab.", italic: "Italic", keysChoose: "choose", keysClose: "close",
  keysComplete: "complete", keysOpen: "open", lastReply: "Last reply {ago}", loading: "Loading…", localSlack: "local Slack", localTime: "{time} local time", members: "Members",
  mentionSomeone: "Mention someone", message: "Message", messageActions: "Message actions", messageHint: "Message {name}", messageJson: "Message", messageTo: "Message to {name}",
  messages: "Messages", messagesIn: "Messages in {name}", moreActions: "More actions", new: "New", newLine: "for a new line", newMessage: "New message",
  newMessages: ["{n} new message", "{n} new messages"], nextMonth: "Next month", noConversation: "This person is in no conversation.", noResults: "No results",
  noThreadCommands: "{command} cannot be used in threads. Use a message shortcut (⋮ on the message) instead.", none: "none", notIn: "You are not in #{name}: you can read it, not write.",
  nothingHere: "Nothing to show", numbered: "Ordered list", onlyYou: "Only visible to you", optional: "optional", options: "Options", people: "People", pickDate: "Pick a date",
  pickTime: "Pick a time", plusMenu: "Shortcuts and files", preview: "Preview", previousMonth: "Previous month", quote: "Quote", reactWith: "React with {name}",
  reacted: "{who} reacted with :{name}:", remove: "Remove {name}", repliedTo: "replied to", replies: ["{n} reply", "{n} replies"], reply: "Reply", replyHint: "Reply…", replyInThread: "Reply in thread",
  required: "Please complete this required field.", runCommand: "Run a command", save: "Save", search: "Search", searchEmoji: "Search all emoji", searchIn: "Search {label}",
  searchOptions: "Search options", searchTeam: "Search {team}", seeAs: "See the workspace as", selectItems: "Select items", send: "Send",
  serverAway: "The local Slack server is not answering. Trying again…", sharedOutside: "Shared with another organisation", shortcuts: "Shortcuts",
  showHideConversations: "Show or hide the conversations", strike: "Strikethrough", sure: "Are you sure?", table: "Table", text: "Text",
  theme: "Theme: {now}. Press for {next}.", themeAuto: "Auto", themeDark: "Dark", themeLight: "Light", thread: "Thread", threadMessages: "Messages of the thread", time: "Time",
  today: "today", tomorrow: "tomorrow", topic: "Topic", total: "total", tour: "Tour", tourCount: "{done} of {n} done", tourDone: "done", tourEnd: "That was the tour. Everything here works, so go on as you like: be somebody else (at the bottom left), type / for the commands, or drop a CSV file into the messages with {app}. Stop and start the demo to take the tour again.",
  tourGo: "Take me there", tourGoAs: "Go there as {person}", tourHide: "Hide the tour", tourShow: "Show the tour", trouble: "We had some trouble connecting. Try again?",
  tryingAgain: "Trying again…", twoWindows: "Open this page in a second window to be two people at once.", typeToSearch: ["Type {n} or more characters to search", "Type {n} or more characters to search"],
  unknownBlock: "A block this page does not draw", unknownElement: "An element this page does not draw:", unread: "unread", unreachable: "The local Slack server does not answer. Is it still running?",
  uploadFile: "Upload a file", uploadHint: "or drop it on the conversation", viewJson: "View as JSON", viewMembers: ["{n} member. See who", "{n} members. See who"], viewThread: "View thread",
  workspace: "Workspace", wrongLeast: "Please enter a number of at least {n}.", wrongLong: ["Please enter at most {n} character.", "Please enter at most {n} characters."], wrongMail: "Please enter a valid email address.",
  wrongMost: "Please enter a number of at most {n}.", wrongNumber: "Please enter a valid number.", wrongShort: ["Please enter at least {n} character.", "Please enter at least {n} characters."],
  wrongUrl: "Please enter a valid URL.", wrongWhole: "Please enter a whole number.", yes: "Yes", yesterday: "yesterday", you: "You", youAre: "You are:",
};

const ES = {
  active: "Activo", addReaction: "Añadir una reacción", admin: "admin", alsoSend: "Enviar también a #{name}", alsoSendDm: "Enviar también como mensaje directo", aThread: "un hilo", appBadge: "APP", appReadOnly: "Los mensajes a esta aplicación están desactivados.",
  appSilent: "La aplicación no ha respondido. ¿Lo intentas otra vez?", apps: "Aplicaciones", archived: "Este canal está archivado.", away: "Ausente",
  back: "Atrás", beginApp: "Aquí empiezan tus mensajes con {name}. Escribe / para ver qué puede hacer.",
  beginChannel: "Aquí empieza el canal #{name}. Escribe / para ver qué puede hacer {app}.", beginDm: "Esta conversación es solo entre {name} y tú.",
  beginTopic: "Tema: {topic}", bold: "Negrita", botAway: "{app} no está conectado.", botAwayMore: "Los comandos y botones esperan al bot; este aviso desaparece solo cuando vuelva.",
  brokenBlock: "Este bloque no se ha podido mostrar", bulleted: "Lista con viñetas", cancel: "Cancelar", channels: "Canales", chart: "Gráfico", chartArea: "Gráfico de áreas",
  chartBar: "Gráfico de barras", chartLine: "Gráfico de líneas", chartPie: "Gráfico circular", chooseOption: "Elige una opción", clear: "Borrar",
  clock: "Reloj de la demo", clockDialog: "Mover el reloj", clockGo: "Ir", clockHour: "+1 h", clockLater: "elige una hora posterior: el reloj solo avanza",
  clockMonday: "Lunes 09:00", clockMove: "Mover el reloj: {label}", clockMoving: "avanzando…", clockTitle: "El reloj del espacio de trabajo, con la hora de {place}. Solo avanza.", clockTo: "Ir a", clockTomorrow: "Mañana 09:00",
  clockWhy: "El bot vive según este reloj: adelántalo y verás llegar recordatorios, plazos y el resumen semanal.",
  close: "Cerrar", closeThread: "Cerrar el hilo", code: "Código", codeBlock: "Bloque de código",
  commandFailed: "`{command}` ha fallado con el error «{error}». {detail}", commandNobody: "`{command}` ha fallado con el error «dispatch_failed». La aplicación no está en marcha.",
  commandTimeout: "`{command}` ha fallado con el error «operation_timeout». La aplicación no ha contestado en 3 segundos.",
  commandUnknown: "`{command}` no es un comando válido. En Slack, todo mensaje que empieza por «/» se entiende como un comando.",
  commands: "Comandos", conversations: "Conversaciones", copied: "Copiado", copy: "Copiar", copyBlockKit: "Copiar para Block Kit", copyLink: "Copiar el enlace", copyText: "Copiar el texto",
  date: "Fecha", delete: "Eliminar", deleteMessage: "Eliminar el mensaje…", deleteSure: "¿Seguro que quieres eliminar este mensaje? No se puede deshacer.", deleteTitle: "Eliminar el mensaje", directMessages: "Mensajes directos", dismiss: "Cerrar el aviso", dismissMessage: "Descartar el mensaje", dms: "MD", download: "Descargar", draft: "Borrador",
  dropTitle: "Suelta para compartir en {name}", edited: "editado", editMessage: "Editar el mensaje", emoji: "Emojis", emojiAll: "Todos", emojiFrequent: "Usados con frecuencia", emojiNone: "Ningún emoji se llama así",
  external: "externo", externalBadge: "EXTERNO", file: "Archivo", forDevelopers: "Para desarrollo", formGone: "Este formulario ya no está abierto. Copia lo que necesites y ciérralo.",
  formatting: "Formato", forward: "Adelante", guest: "invitado", hideMessage: "Ocultar el mensaje", home: "Inicio", homeEmpty: "{app} todavía no ha puesto nada aquí",
  homeEmptyMore: "Aquí aparece la pestaña Inicio de la aplicación. Sus mensajes están en la pestaña Mensajes.", italic: "Cursiva", keysChoose: "elegir", keysClose: "cerrar",
  keysComplete: "completar", keysOpen: "abrir", lastReply: "Última respuesta {ago}", loading: "Cargando…", localSlack: "Slack local", localTime: "{time}, hora local", members: "Miembros",
  mentionSomeone: "Mencionar a alguien", message: "Mensaje", messageActions: "Acciones del mensaje", messageHint: "Mensaje para {name}", messageJson: "Mensaje", messageTo: "Mensaje para {name}",
  messages: "Mensajes", messagesIn: "Mensajes de {name}", moreActions: "Más acciones", new: "Nuevo", newLine: "para una línea nueva", newMessage: "Mensaje nuevo",
  newMessages: ["{n} mensaje nuevo", "{n} mensajes nuevos"], nextMonth: "Mes siguiente", noConversation: "Esta persona no está en ninguna conversación.", noResults: "Sin resultados",
  noThreadCommands: "{command} no se puede usar en un hilo. Usa un atajo del mensaje (⋮ en el mensaje).", none: "ninguno", notIn: "No estás en #{name}: puedes leer, pero no escribir.",
  nothingHere: "No hay nada que mostrar", numbered: "Lista ordenada", onlyYou: "Solo visible para ti", optional: "opcional", options: "Opciones", people: "Personas", pickDate: "Elige una fecha",
  pickTime: "Elige una hora", plusMenu: "Atajos y archivos", preview: "Vista previa", previousMonth: "Mes anterior", quote: "Cita", reactWith: "Reaccionar con {name}",
  reacted: "{who}: reacción con :{name}:", remove: "Quitar {name}", repliedTo: "respondió en", replies: ["{n} respuesta", "{n} respuestas"], reply: "Responder", replyHint: "Responde…", replyInThread: "Responder en un hilo",
  required: "Rellena este campo obligatorio.", runCommand: "Ejecutar un comando", save: "Guardar", search: "Buscar", searchEmoji: "Buscar un emoji", searchIn: "Buscar: {label}",
  searchOptions: "Buscar opciones", searchTeam: "Buscar en {team}", seeAs: "Ver el espacio de trabajo como", selectItems: "Elige elementos", send: "Enviar",
  serverAway: "El servidor del Slack local no contesta. Intentándolo de nuevo…", sharedOutside: "Compartido con otra organización", shortcuts: "Atajos",
  showHideConversations: "Mostrar u ocultar las conversaciones", strike: "Tachado", sure: "¿Seguro?", table: "Tabla", text: "Texto",
  theme: "Aspecto: {now}. Pulsa para pasar a {next}.", themeAuto: "Auto", themeDark: "Oscuro", themeLight: "Claro", thread: "Hilo", threadMessages: "Mensajes del hilo", time: "Hora",
  today: "hoy", tomorrow: "mañana", topic: "Tema", total: "total", tour: "Visita guiada", tourCount: "{done} de {n} hechos", tourDone: "hecho", tourEnd: "Hasta aquí la visita. Aquí funciona todo, así que sigue como quieras: sé otra persona (abajo a la izquierda), escribe / para ver los comandos o suelta un archivo CSV en los mensajes con {app}. Para repetir la visita, para la demo y ponla en marcha otra vez.",
  tourGo: "Llévame allí", tourGoAs: "Ir allí como {person}", tourHide: "Ocultar la visita", tourShow: "Mostrar la visita", trouble: "Ha habido un problema de conexión. ¿Lo intentas otra vez?",
  tryingAgain: "Intentándolo de nuevo…", twoWindows: "Abre esta página en otra ventana y serás dos personas a la vez.", typeToSearch: ["Escribe al menos {n} carácter para buscar", "Escribe al menos {n} caracteres para buscar"],
  unknownBlock: "Un bloque que esta página no sabe mostrar", unknownElement: "Un elemento que esta página no sabe mostrar:", unread: "sin leer", unreachable: "El servidor del Slack local no contesta. ¿Sigue en marcha?",
  uploadFile: "Subir un archivo", uploadHint: "o suéltalo en la conversación", viewJson: "Ver como JSON", viewMembers: ["{n} miembro. Ver quién", "{n} miembros. Ver quiénes"], viewThread: "Ver el hilo",
  workspace: "Espacio de trabajo", wrongLeast: "Escribe un número de {n} o más.", wrongLong: ["Escribe como mucho {n} carácter.", "Escribe como mucho {n} caracteres."], wrongMail: "Escribe un correo electrónico válido.",
  wrongMost: "Escribe un número de {n} o menos.", wrongNumber: "Escribe un número válido.", wrongShort: ["Escribe al menos {n} carácter.", "Escribe al menos {n} caracteres."],
  wrongUrl: "Escribe una URL válida.", wrongWhole: "Escribe un número entero.", yes: "Sí", yesterday: "ayer", you: "Tú", youAre: "Eres:",
};

/** Where Mexico says it otherwise. */
const MX = {
  appSilent: "La aplicación no respondió. ¿Lo intentas otra vez?", brokenBlock: "Este bloque no se pudo mostrar",
  commandFailed: "`{command}` falló con el error «{error}». {detail}", commandNobody: "`{command}` falló con el error «dispatch_failed». La aplicación no está en marcha.",
  commandTimeout: "`{command}` falló con el error «operation_timeout». La aplicación no contestó en 3 segundos.",
  required: "Llena este campo obligatorio.", theme: "Aspecto: {now}. Presiona para pasar a {next}.",
  tour: "Recorrido", tourEnd: "Hasta aquí el recorrido. Aquí funciona todo, así que sigue como quieras: sé otra persona (abajo a la izquierda), escribe / para ver los comandos o suelta un archivo CSV en los mensajes con {app}. Para repetir el recorrido, para la demo y ponla en marcha otra vez.",
  tourHide: "Ocultar el recorrido", tourShow: "Mostrar el recorrido", trouble: "Hubo un problema de conexión. ¿Lo intentas otra vez?",
};

const WORDS = { en: EN, es: ES, "es-MX": { ...ES, ...MX } };
const LANGUAGES = { es: "Español", en: "English" };
/** Cities that Spanish calls otherwise than the time zones do. */
const CITIES = { "America/Mexico_City": "Ciudad de México", "America/New_York": "Nueva York", "Europe/London": "Londres" };
const REGIONS = { "es-ES": "España", "es-LA": "Latinoamérica", "es-MX": "México", "en-GB": "UK", "en-US": "US" };

/** The locale as the browser knows it: Slack says es-LA for Latin America. Before somebody is known, the browser's own. */
export function locale() {
  const wanted = state.me ? state.me.locale || "en-US" : navigator.language;
  return wanted === "es-LA" ? "es-MX" : wanted;
}

/** "es" or "en". */
export const language = () => (locale().startsWith("es") ? "es" : "en");

/** A language by its own name, with the region when asked. */
export const languageName = (code, region) => [LANGUAGES[(code || "en").slice(0, 2)] || code, region && REGIONS[code]].filter(Boolean).join(" · ");

/** The city that a time zone is named after, in the reader's language. */
export const cityOf = (tz) => (language() === "es" && CITIES[tz]) || (tz || "").split("/").pop().replaceAll("_", " ");

/** The words of `key` in the reader's language, `{names}` filled in; of two forms the one that `n` asks for. */
export function t(key, values = {}) {
  const found = (WORDS[locale()] || WORDS[language()])[key];
  if (found === undefined) throw new Error(`no words for ${key}`);
  const words = Array.isArray(found) ? found[values.n === 1 ? 0 : 1] : found;
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
