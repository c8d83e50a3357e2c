// The structure chart: the server's SVG, put into the page as it is, with keys and marks upon it.
// A trace or a selection is a class on a card or a line; the drawing itself never changes while one looks at it.

import { imported } from "./drawing.js";
import { Lens } from "./lens.js";
import { say } from "./page.js";

export const STEP = 1.25;
const FAR = 60;
const MARKS = ["traced", "found"];
const UPWARD = ["REPORTS_TO", "PART_OF", "SUPPORTS"];
const WAYS = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class Chart {
  /** @param host where it is drawn; `onOpen(id, line)` hears of a card clicked or entered, or of a line clicked. */
  constructor(host, onOpen) {
    this.host = host;
    this.onOpen = onOpen;
    this.cards = new Map();
    this.lines = [];
    this.cameFrom = new Map();
    this.lens = new Lens(host, () => this.cards.get(host.querySelector(".card:is(.is-open, .is-traced, .is-found)")?.dataset.id)?.box);
    host.addEventListener("keydown", (event) => this.#key(event));
  }

  get isDrawn() {
    return Boolean(this.lens.svg);
  }

  /** Put the drawing `text` in place of what is there. Throws where it is no SVG. */
  draw(text) {
    const drawing = imported(text);
    this.host.replaceChildren(drawing);
    this.lens.look(drawing);
    drawing.removeAttribute("width");
    drawing.removeAttribute("height");
    const cards = [...drawing.querySelectorAll("g[data-id]:not([data-start])")];
    this.cards = new Map(cards.map((element) => [element.dataset.id, { id: element.dataset.id, element, box: boxOf(element, drawing) }]));
    this.lines = [...drawing.querySelectorAll("[data-start][data-end]")].map((element) => {
      const { start, end, type } = element.dataset;
      return { element, start, end, type };
    });
    this.cameFrom.clear();
    this.#reach(this.#reading()[0]?.id);
    for (const card of this.cards.values()) {
      card.element.addEventListener("focus", () => { this.#reach(card.id); this.lens.bring(card.box); });
      card.element.addEventListener("click", () => { if (!this.lens.dragged) this.onOpen(card.id); });
    }
    for (const line of this.lines) {
      line.element.addEventListener("click", () => { if (!this.lens.dragged) this.onOpen(line.start, line); });
    }
    this.lens.settle();
  }

  /** Show `children` where the chart would be. */
  empty(...children) {
    this.lens.look(null);
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
    if (!card) return;
    this.#reach(id);
    this.lens.bring(card.box);
  }

  /**
   * Light up cards and the lines of `steps` ([from id, to id] or [from id, to id, type]); the rest steps back. With
   * `kind` "found" they are what a finding is about, with "traced" the way of an answer.
   */
  light(kind, ids, steps) {
    const lit = new Set(ids.filter((id) => this.cards.has(id)));
    const pairs = new Set(steps.map((step) => step.join(" ")));
    const within = (line) => pairs.has(`${line.start} ${line.end}`) || pairs.has(`${line.start} ${line.end} ${line.type}`);
    this.host.classList.toggle("has-lit", lit.size > 0);
    for (const name of MARKS) {
      for (const card of this.cards.values()) card.element.classList.toggle(`is-${name}`, name === kind && lit.has(card.id));
      for (const line of this.lines) line.element.classList.toggle(`is-${name}`, name === kind && within(line));
    }
    for (const id of [...lit].reverse()) this.lens.bring(this.cards.get(id).box);
  }

  /** Give focus to a card, or to the one that Tab comes to. */
  focus(id) {
    (this.cards.get(id) ?? this.cards.get(this.reached))?.element.focus({ preventScroll: true });
  }

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
        .filter((line) => line[here] === card.id && line[there] !== card.id && line.type === type)
        .map((line) => this.cards.get(line[there]))
        .filter(Boolean);
      const before = found.find((other) => other.id === this.cameFrom.get(`${up} ${card.id}`));
      if (before) return before;
      const wrongWay = (other) => (up ? other.box.y >= card.box.y : other.box.y <= card.box.y);
      const aside = (other) => Math.abs(other.box.x - card.box.x);
      found.sort((a, b) => wrongWay(a) - wrongWay(b) || aside(a) - aside(b));
      if (found.length) return found[0];
    }
    return null;
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.isDrawn) return;
    const card = this.cards.get(document.activeElement?.dataset?.id);
    const way = WAYS[event.key];
    if (event.key === "0") this.lens.fit();
    else if (event.key === "+" || event.key === "=") this.lens.zoom(STEP);
    else if (event.key === "-") this.lens.zoom(1 / STEP);
    else if (way && event.shiftKey) this.lens.pan(way[0] * FAR, way[1] * FAR);
    else if (way && !card) this.focus();
    else if (card && (event.key === "Enter" || event.key === " ")) this.onOpen(card.id);
    else if (card && (event.key === "ArrowUp" || event.key === "ArrowDown")) this.#follow(card, event.key === "ArrowUp");
    else if (card && ["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) this.#read(card, event.key);
    else return;
    event.preventDefault();
  }

  #follow(card, up) {
    const to = this.#along(card, up);
    if (!to) {
      say(up ? "No line upward is stated." : "Nothing is stated to report here.");
      return;
    }
    this.cameFrom.set(`${!up} ${to.id}`, card.id);
    this.focus(to.id);
  }

  #read(card, key) {
    const order = this.#reading();
    const at = order.indexOf(card);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: order.length - 1 }[key];
    if (order[to]) this.focus(order[to].id);
  }
}

/** The box of `element` in the drawing's own coordinates, with its middle. */
function boxOf(element, drawing) {
  const { x, y, width, height } = element.getBBox();
  const matrix = drawing.getScreenCTM().inverse().multiply(element.getScreenCTM());
  const one = new DOMPoint(x, y).matrixTransform(matrix);
  const two = new DOMPoint(x + width, y + height).matrixTransform(matrix);
  return { left: one.x, top: one.y, right: two.x, bottom: two.y, x: (one.x + two.x) / 2, y: (one.y + two.y) / 2 };
}
