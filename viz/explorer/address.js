// The address bar holds what is shown: /?q=…&entity=…&finding=…&list=papers&paper=…&statement=…&as_at=…&show=table
// Every change of view is a step of the browser's history, so Back works and an address can be shared.

const NAMES = ["q", "entity", "finding", "list", "paper", "statement", "as_at", "show"];
const PANEL = ["entity", "finding", "list", "paper", "statement"];
const listeners = [];

/** What the address says, every name present, null where it says nothing. */
export function read(search = location.search) {
  const given = new URLSearchParams(search);
  return Object.fromEntries(NAMES.map((name) => [name, given.get(name) || null]));
}

/** The address of the present view with `changes`. */
export function href(changes) {
  const state = { ...read(), ...changes };
  const query = new URLSearchParams();
  for (const name of NAMES) if (state[name]) query.set(name, state[name]);
  return query.size ? `?${query}` : location.pathname;
}

/** The attributes of a link that shows the present view with `changes`, present when it is followed. */
export function to(changes) {
  return { href: href(changes), "data-go": JSON.stringify(changes) };
}

/** Changes that show one thing in the panel and nothing else there. */
export function panel(shown = {}) {
  return { ...Object.fromEntries(PANEL.map((name) => [name, null])), ...shown };
}

/** Show the present view with `changes`; `replace` leaves no step in the history (a slider being dragged). */
export function go(changes, { replace = false } = {}) {
  const to = href(changes);
  const here = location.search || location.pathname;
  if (to === here) return;
  if (replace) history.replaceState(history.state, "", to);
  else history.pushState({ from: here }, "", to);
  tell();
}

/** Leave what is on top: the paper, then the panel, then the answer. False where nothing is left to leave. */
export function leave() {
  const state = read();
  let changes = null;
  if (state.paper && (state.entity || state.finding || state.list || state.q)) changes = { paper: null, statement: null };
  else if (PANEL.some((name) => state[name])) changes = panel();
  else if (state.q) changes = { q: null };
  if (!changes) return false;
  if (history.state?.from === href(changes)) history.back();
  else go(changes);
  return true;
}

export function onChange(listener) {
  listeners.push(listener);
}

function tell() {
  const state = read();
  for (const listener of listeners) listener(state);
  for (const link of document.querySelectorAll("a[data-go]")) link.setAttribute("href", href(JSON.parse(link.dataset.go)));
}

addEventListener("popstate", tell);

// Plain clicks on links within the explorer change the view; with a modifier key the browser opens a tab as usual.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-go]");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(JSON.parse(link.dataset.go));
});
