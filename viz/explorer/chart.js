// The structure chart: the server's SVG, put into the page as it is, with keys, panning, zooming and marks upon it.
// A trace or a selection is a class on a card or a line; the drawing itself never changes while one looks at it.

import { make, say } from "./page.js";

const SVG = "http://www.w3.org/2000/svg";
const STEP = 1.25;
const LARGEST = 3;
const ROOM = 14;
const LARGEST_AT_FIRST = 1.7;
const READABLE = 0.7;
const READABLE_ON_A_PHONE = 0.8;
const UPWARD = ["REPORTS_TO", "PART_OF", "SUPPORTS"];

export class Chart {
  /** @param host where it is drawn; `onOpen(id, line)` hears of a card clicked or entered, or of a line clicked. */
  constructor(host, onOpen) {
    this.host = host;
    this.onOpen = onOpen;
    this.svg = null;
    this.cards = new Map();
    this.lines = [];
    this.cameFrom = new Map();
    this.pointers = new Map();
    host.addEventListener("keydown", (event) => this.#key(event));
    host.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    for (const kind of ["pointerdown", "pointermove", "pointerup", "pointercancel"]) {
      host.addEventListener(kind, (event) => this.#pointer(event));
    }
    new ResizeObserver(() => this.svg && (this.moved ? this.#show() : this.#settle())).observe(host);
  }

  /** Put the drawing `text` in place of what is there. Throws where it is no SVG. */
  draw(text) {
    const drawing = imported(text);
    this.host.replaceChildren(drawing);
    this.svg = drawing;
    const [x, y, width, height] = drawing.getAttribute("viewBox").split(/[ ,]+/).map(Number);
    this.whole = { x, y, width, height };
    drawing.removeAttribute("width");
    drawing.removeAttribute("height");
    this.cards = new Map();
    for (const element of drawing.querySelectorAll("g[data-id]:not([data-start])")) {
      this.cards.set(element.dataset.id, { id: element.dataset.id, element, box: this.#box(element) });
    }
    this.lines = [...drawing.querySelectorAll("[data-start][data-end]")].map((element) => ({
      element, id: element.dataset.id, start: element.dataset.start, end: element.dataset.end, type: element.dataset.type,
    }));
    this.cameFrom.clear();
    this.#reach(this.#reading()[0]?.id);
    for (const card of this.cards.values()) {
      card.element.addEventListener("focus", () => { this.#reach(card.id); this.#bring(card); });
      card.element.addEventListener("click", () => { if (!this.dragged) this.onOpen(card.id); });
    }
    for (const line of this.lines) line.element.addEventListener("click", () => { if (!this.dragged) this.onOpen(line.start, line); });
    this.#settle();
  }

  empty(...children) {
    this.svg = null;
    this.cards = new Map();
    this.lines = [];
    this.host.replaceChildren(...children);
  }

  /** Mark the card that the panel is about, or none. */
  select(id) {
    for (const card of this.cards.values()) {
      card.element.classList.toggle("is-open", card.id === id);
      if (card.id === id) card.element.setAttribute("aria-current", "true");
      else card.element.removeAttribute("aria-current");
    }
    const card = this.cards.get(id);
    if (card) { this.#reach(id); this.#bring(card); }
  }

  /**
   * Light up cards and the lines of `steps` ([from id, to id] or [from id, to id, type]); the rest steps back. With
   * `kind` "found" they are what a finding is about, with "traced" the way of an answer.
   */
  light(kind, ids, steps) {
    const lit = new Set([...ids].filter((id) => this.cards.has(id)));
    const pairs = new Set(steps.map((step) => step.join(" ")));
    const within = (line) => pairs.has(`${line.start} ${line.end}`) || pairs.has(`${line.start} ${line.end} ${line.type}`);
    this.host.classList.toggle("has-lit", lit.size > 0);
    for (const name of ["traced", "found"]) {
      for (const card of this.cards.values()) card.element.classList.toggle(`is-${name}`, name === kind && lit.has(card.id));
      for (const line of this.lines) line.element.classList.toggle(`is-${name}`, name === kind && within(line));
    }
  }

  /** Pan to what is lit up, as far as it is out of sight. */
  bringLit() {
    for (const card of [...this.cards.values()].reverse()) if (card.element.matches(".is-traced, .is-found")) this.#bring(card);
  }

  /** Give focus to a card, or to the first. */
  focus(id) {
    (this.cards.get(id) ?? this.cards.get(this.reached))?.element.focus({ preventScroll: true });
  }

  /** Show the whole drawing. */
  fit() {
    if (this.svg) this.#frame(0);
  }

  /** Show the whole drawing or, where it could not be read at that size, the part about what is open or lit up. */
  #settle() {
    this.#frame(this.#stacked() ? READABLE_ON_A_PHONE : READABLE);
  }

  #frame(least) {
    const { width, height } = this.#size();
    if (!width || !height) return;
    const { whole } = this;
    this.scale = Math.max(least, Math.min((width - 2 * ROOM) / whole.width, (height - 2 * ROOM) / whole.height, LARGEST_AT_FIRST));
    const marked = this.host.querySelector(".card.is-open, .card.is-traced, .card.is-found");
    const about = this.cards.get(marked?.dataset.id)?.box ?? { x: whole.x + whole.width / 2, y: whole.y };
    this.x = placed(about.x, width / this.scale, whole.x, whole.width);
    this.y = placed(about.y, height / this.scale, whole.y, whole.height);
    this.moved = false;
    this.#show();
  }

  zoom(factor, at = null) {
    if (!this.svg) return;
    const { width, height } = this.#size();
    const point = at ?? { x: width / 2, y: height / 2 };
    const scale = Math.min(LARGEST, Math.max(0.1, this.scale * factor));
    this.x += point.x / this.scale - point.x / scale;
    this.y += point.y / this.scale - point.y / scale;
    this.scale = scale;
    this.moved = true;
    this.#show();
  }

  pan(dx, dy) {
    this.x -= dx / this.scale;
    this.y -= dy / this.scale;
    this.moved = true;
    this.#show();
  }

  /** Show the whole drawing whatever the window, as paper does. */
  whenPrinted(printing) {
    if (!this.svg) return;
    this.printing = printing;
    if (printing) this.svg.setAttribute("viewBox", Object.values(this.whole).join(" "));
    else this.#show();
  }

  #size() {
    const { width, height } = this.host.getBoundingClientRect();
    return { width, height };
  }

  /** Whether the page is one column: then it scrolls as one, and a chart that fits it could not be read. */
  #stacked() {
    return getComputedStyle(this.host).getPropertyValue("--stacked").trim() === "yes";
  }

  #show() {
    if (this.printing) return;
    const { width, height } = this.#size();
    // Never let the drawing out of sight: some of it stays in the window whichever way it is pulled.
    const wide = width / this.scale;
    const high = height / this.scale;
    this.x = Math.max(this.whole.x - wide * 0.8, Math.min(this.x, this.whole.x + this.whole.width - wide * 0.2));
    this.y = Math.max(this.whole.y - high * 0.8, Math.min(this.y, this.whole.y + this.whole.height - high * 0.2));
    this.svg.setAttribute("viewBox", `${this.x} ${this.y} ${wide} ${high}`);
  }

  #box(element) {
    const box = element.getBBox();
    const matrix = this.svg.getScreenCTM().inverse().multiply(element.getScreenCTM());
    const corners = [[box.x, box.y], [box.x + box.width, box.y + box.height]].map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
    const xs = corners.map((c) => c.x);
    const ys = corners.map((c) => c.y);
    const left = Math.min(...xs);
    const top = Math.min(...ys);
    return { left, top, right: Math.max(...xs), bottom: Math.max(...ys), x: (xs[0] + xs[1]) / 2, y: (ys[0] + ys[1]) / 2 };
  }

  /** Pan as little as needed for a card to be in the window. */
  #bring({ box }) {
    const { width, height } = this.#size();
    const wide = width / this.scale;
    const high = height / this.scale;
    const room = ROOM / this.scale;
    let { x, y } = this;
    if (box.left - room < x) x = box.left - room;
    else if (box.right + room > x + wide) x = box.right + room - wide;
    if (box.top - room < y) y = box.top - room;
    else if (box.bottom + room > y + high) y = box.bottom + room - high;
    if (x !== this.x || y !== this.y) {
      Object.assign(this, { x, y, moved: true });
      this.#show();
    }
  }

  /** Make one card the one that Tab comes to. */
  #reach(id) {
    this.reached = id;
    for (const card of this.cards.values()) card.element.setAttribute("tabindex", card.id === id ? "0" : "-1");
  }

  /** The cards row by row, each row from left to right. */
  #reading() {
    const rows = [];
    for (const card of [...this.cards.values()].sort((a, b) => a.box.y - b.box.y)) {
      const row = rows.at(-1);
      if (row && card.box.y < row[0].box.bottom) row.push(card);
      else rows.push([card]);
    }
    return rows.flatMap((row) => row.sort((a, b) => a.box.x - b.box.x));
  }

  /** Where a line leads from `card`: up along reports-to first, then any line upward; down the other way round. */
  #along(card, up) {
    const [here, there] = up ? ["start", "end"] : ["end", "start"];
    for (const type of UPWARD) {
      const found = this.lines
        .filter((line) => line[here] === card.id && line[there] !== card.id && (line.type ?? UPWARD[0]) === type)
        .map((line) => this.cards.get(line[there]))
        .filter(Boolean);
      const before = found.find((other) => other.id === this.cameFrom.get(`${up} ${card.id}`));
      if (before) return before;
      const wrongWay = (other) => (up ? other.box.y >= card.box.y : other.box.y <= card.box.y);
      found.sort((a, b) => wrongWay(a) - wrongWay(b) || Math.abs(a.box.x - card.box.x) - Math.abs(b.box.x - card.box.x));
      if (found.length) return found[0];
    }
    return null;
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (["+", "=", "-", "0"].includes(event.key)) {
      if (event.key === "0") this.fit();
      else this.zoom(event.key === "-" ? 1 / STEP : STEP);
      event.preventDefault();
      return;
    }
    const arrow = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [1, 0], ArrowRight: [-1, 0] }[event.key];
    if (arrow && event.shiftKey) {
      this.pan(arrow[0] * 60, arrow[1] * 60);
      event.preventDefault();
      return;
    }
    const card = this.cards.get(document.activeElement?.dataset?.id);
    if (!card) {
      if (arrow && this.cards.size) { event.preventDefault(); this.focus(); }
      return;
    }
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.onOpen(card.id);
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const up = event.key === "ArrowUp";
      const to = this.#along(card, up);
      if (to) {
        this.cameFrom.set(`${!up} ${to.id}`, card.id);
        this.focus(to.id);
      } else {
        say(up ? "No line upward is stated." : "Nothing is stated to report here.");
      }
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
      event.preventDefault();
      const order = this.#reading();
      const at = order.indexOf(card);
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: order.length - 1 }[event.key];
      if (order[to]) this.focus(order[to].id);
    }
  }

  #wheel(event) {
    if (!this.svg) return;
    if (this.#stacked() && !event.ctrlKey) return;
    event.preventDefault();
    const { left, top } = this.host.getBoundingClientRect();
    this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), { x: event.clientX - left, y: event.clientY - top });
  }

  #pointer(event) {
    if (!this.svg) return;
    if (event.type === "pointerdown") {
      if (event.button) return;
      this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (this.pointers.size === 1) { this.dragged = false; this.travel = 0; }
      return;
    }
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    if (event.type !== "pointermove") {
      this.pointers.delete(event.pointerId);
      this.host.classList.remove("is-dragged");
      return;
    }
    const others = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    const dx = event.clientX - before.x;
    const dy = event.clientY - before.y;
    this.travel += Math.abs(dx) + Math.abs(dy);
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (this.travel < 5) return;
    if (!this.dragged) {
      this.dragged = true;
      this.host.classList.add("is-dragged");
      this.host.setPointerCapture(event.pointerId);
    }
    if (others.length === 1) {
      const [other] = others;
      const { left, top } = this.host.getBoundingClientRect();
      const far = Math.hypot(event.clientX - other.x, event.clientY - other.y);
      const was = Math.hypot(before.x - other.x, before.y - other.y);
      this.zoom(far / Math.max(was, 1), { x: (event.clientX + other.x) / 2 - left, y: (event.clientY + other.y) / 2 - top });
    } else {
      this.pan(dx, dy);
    }
  }
}

/** Where a window of `room` begins so that it shows `middle`, and nothing beside a drawing from `start` of `length`. */
function placed(middle, room, start, length) {
  if (room >= length) return start + (length - room) / 2;
  return Math.max(start, Math.min(middle - room / 2, start + length - room));
}

/** The SVG in `text` as an element of this page, without anything that could run, load or lead elsewhere. */
function imported(text) {
  // Its style sheet is for those who open it alone; here chart.css speaks, and the page's policy would refuse it.
  const parsed = new DOMParser().parseFromString(text.replace(/<style[\s\S]*?<\/style>/g, ""), "image/svg+xml");
  const root = parsed.documentElement;
  if (root.namespaceURI !== SVG || root.localName !== "svg" || parsed.querySelector("parsererror")) {
    throw new Error("The chart that the server sent is not a drawing.");
  }
  for (const element of [...root.querySelectorAll("*")]) {
    if (element.namespaceURI !== SVG || ["script", "style", "foreignObject", "image", "use", "iframe", "animate", "set"].includes(element.localName)) {
      element.remove();
      continue;
    }
    clean(element);
  }
  clean(root);
  return document.importNode(root, true);
}

function clean(element) {
  for (const { name, value } of [...element.attributes]) {
    const leads = name === "href" || name === "xlink:href";
    if (name.startsWith("on") || name === "style" || (leads && !value.startsWith("#")) || /url\((?!#)/i.test(value)) {
      element.removeAttribute(name);
    }
  }
}

/** What stands in place of a chart. */
export function notice(title, ...children) {
  return make("div.notice", { role: "status" }, make("h2", {}, title), ...children.map((child) => (typeof child === "string" ? make("p", {}, child) : child)));
}
