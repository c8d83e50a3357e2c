// The page's own words: building elements from data, saying things to screen readers, dates as people write them.
// Data only ever becomes text nodes and attribute values; nothing here or elsewhere parses it as HTML.

/** An element: `make("a.name", { href: "#" }, "text", child, …)`; null and false children are left out. */
export function make(what, attributes = {}, ...children) {
  const [tag, ...classes] = what.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

let pending = null;

/** Tell those who can't see the page what has just changed. The latest of a burst wins. */
export function say(text) {
  clearTimeout(pending);
  pending = setTimeout(() => { byId("said").textContent = text; }, 120);
}

/** "2013-12-10" → "10 December 2013"; "2013-12" → "December 2013"; what is no date stays as it is. */
export function longDate(iso) {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(iso ?? "");
  if (!match) return iso ?? "";
  const [, year, month, day] = match;
  if (!month) return year;
  const name = new Date(Date.UTC(2000, Number(month) - 1, 1)).toLocaleDateString("en-GB", { month: "long", timeZone: "UTC" });
  return [day && String(Number(day)), name, year].filter(Boolean).join(" ");
}

export const today = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
};

/** "1 paper", "7 papers". */
export function count(number, one, many = `${one}s`) {
  return `${Number(number).toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}

export const capital = (text) => (text ? text[0].toUpperCase() + text.slice(1) : "");

/** Make one of `items` reachable by Tab and the arrows move among them; returns the function that sets which. */
export function rove(list, items, { onEscape } = {}) {
  let current = 0;
  const set = (index, focus = true) => {
    current = Math.max(0, Math.min(items.length - 1, index));
    items.forEach((item, i) => item.setAttribute("tabindex", i === current ? "0" : "-1"));
    if (focus) items[current]?.focus();
  };
  items.forEach((item, index) => item.addEventListener("focus", () => set(index, false)));
  list.addEventListener("keydown", (event) => {
    const at = items.indexOf(document.activeElement);
    if (at < 0) return;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      if (to < 0 && onEscape) onEscape();
      else set(to);
    }
  });
  if (items.length) set(0, false);
  return set;
}

/** What stands in place of a chart or a table. */
export function notice(title, ...children) {
  return make("div.notice", { role: "status" }, make("h2", {}, title), children.map((child) => (typeof child === "string" ? make("p", {}, child) : child)));
}
