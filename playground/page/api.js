// Talks to the server: JSON calls and the live socket (see PAGE_API.md).
import { t } from "./words.js";

/** The server understood and said no. `code` is Slack-like, `message` one sentence for people. */
export class Refusal extends Error {
  constructor(code, detail) {
    super(detail || code);
    this.code = code;
  }
}

async function call(path, options, timeoutMs = 15000) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeoutMs);
  let answer;
  try {
    const response = await fetch(`/page/${path}`, { ...options, signal: stop.signal, cache: "no-store" });
    answer = await response.json();
  } catch (error) {
    throw new Refusal("unreachable", t("unreachable"));
  } finally {
    clearTimeout(timer);
  }
  if (!answer.ok) throw new Refusal(answer.error || "failed", answer.detail);
  return answer;
}

export function get(path, params) {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== undefined && value !== null));
  return call(`${path}?${query}`, { method: "GET" });
}

export function post(path, body) {
  return call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

export function upload(fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return call("file", { method: "POST", body: form }, 60000);
}

/**
 * Keeps a live socket for one person, for as long as it is not closed.
 * `onOpen` runs after every (re)connection, `onFrame` for each event, `onLost` when the line drops.
 */
export function connect(person, { onOpen, onFrame, onLost }) {
  let socket = null;
  let retry = 0;
  let timer = null;
  let pinger = null;
  let closed = false;

  function open() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    socket = new WebSocket(`${scheme}://${location.host}/page/socket?as=${encodeURIComponent(person)}`);
    socket.onopen = () => {
      retry = 0;
      pinger = setInterval(() => socket.readyState === 1 && socket.send('{"type":"ping"}'), 20000);
      onOpen();
    };
    socket.onmessage = (event) => {
      if (!closed) onFrame(JSON.parse(event.data));
    };
    socket.onclose = () => {
      clearInterval(pinger);
      if (closed) return;
      onLost();
      timer = setTimeout(open, Math.min(5000, 250 * 2 ** retry++));
    };
  }

  open();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(pinger);
      socket.close();
    },
  };
}
