// Which part of a drawing is seen, and how large: fitting, zooming, panning by wheel, finger and mouse.

const LARGEST = 3;
const SMALLEST = 0.1;
const LARGEST_AT_FIRST = 1.7;
const READABLE = 0.7;
const READABLE_ON_A_PHONE = 0.8;
const ROOM = 14;
const STILL = 5;

export class Lens {
  /** @param host the window; `about()` is the box that matters most now, or nothing. */
  constructor(host, about) {
    this.host = host;
    this.about = about;
    this.svg = null;
    this.dragged = false;
    this.pointers = new Map();
    host.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    for (const kind of ["pointerdown", "pointermove", "pointerup", "pointercancel"]) {
      host.addEventListener(kind, (event) => this.#pointer(event));
    }
    new ResizeObserver(() => this.svg && (this.moved ? this.#show() : this.settle())).observe(host);
  }

  /** Look at `svg` from now on, or at nothing. */
  look(svg) {
    this.svg = svg;
    if (!svg) return;
    const [x, y, width, height] = svg.getAttribute("viewBox").split(/[ ,]+/).map(Number);
    this.whole = { x, y, width, height };
  }

  /** Show the whole drawing. */
  fit() {
    if (this.svg) this.#frame(0);
  }

  /** Show the whole drawing or, where it could not be read at that size, the part that matters most. */
  settle() {
    if (this.svg) this.#frame(this.#stacked() ? READABLE_ON_A_PHONE : READABLE);
  }

  /** Zoom by `factor`, the point `at` of the window (its middle unless given) staying where it is. */
  zoom(factor, at = null) {
    if (!this.svg) return;
    const { width, height } = this.#size();
    const point = at ?? { x: width / 2, y: height / 2 };
    const scale = Math.min(LARGEST, Math.max(SMALLEST, this.scale * factor));
    this.x += point.x / this.scale - point.x / scale;
    this.y += point.y / this.scale - point.y / scale;
    this.scale = scale;
    this.moved = true;
    this.#show();
  }

  pan(dx, dy) {
    if (!this.svg) return;
    this.x -= dx / this.scale;
    this.y -= dy / this.scale;
    this.moved = true;
    this.#show();
  }

  /** Pan as little as needed for `box` to be in the window. */
  bring(box) {
    const { width, height } = this.#size();
    if (!width || !this.svg) return;
    const x = nearest(this.x, width / this.scale, box.left, box.right, ROOM / this.scale);
    const y = nearest(this.y, height / this.scale, box.top, box.bottom, ROOM / this.scale);
    if (x === this.x && y === this.y) return;
    Object.assign(this, { x, y, moved: true });
    this.#show();
  }

  /** Show the whole drawing whatever the window, as paper does. */
  whenPrinted(printing) {
    if (!this.svg) return;
    this.printing = printing;
    if (printing) this.svg.setAttribute("viewBox", Object.values(this.whole).join(" "));
    else this.#show();
  }

  #frame(least) {
    const { width, height } = this.#size();
    if (!width || !height) return;
    const { whole } = this;
    this.scale = Math.max(least, Math.min((width - 2 * ROOM) / whole.width, (height - 2 * ROOM) / whole.height, LARGEST_AT_FIRST));
    const about = this.about() ?? { x: whole.x + whole.width / 2, y: whole.y };
    this.x = placed(about.x, width / this.scale, whole.x, whole.width);
    this.y = placed(about.y, height / this.scale, whole.y, whole.height);
    this.moved = false;
    this.#show();
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

  #size() {
    const { width, height } = this.host.getBoundingClientRect();
    return { width, height };
  }

  /** Whether the page is one column: then it scrolls as one, and a chart that fits it could not be read. */
  #stacked() {
    return getComputedStyle(this.host).getPropertyValue("--stacked").trim() === "yes";
  }

  #wheel(event) {
    if (!this.svg || (this.#stacked() && !event.ctrlKey)) return;
    event.preventDefault();
    const { left, top } = this.host.getBoundingClientRect();
    this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), { x: event.clientX - left, y: event.clientY - top });
  }

  #pointer(event) {
    if (!this.svg) return;
    const point = { x: event.clientX, y: event.clientY };
    if (event.type === "pointerdown") {
      if (event.button) return;
      this.pointers.set(event.pointerId, point);
      if (this.pointers.size === 1) Object.assign(this, { dragged: false, travel: 0 });
      return;
    }
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    if (event.type !== "pointermove") {
      this.pointers.delete(event.pointerId);
      this.host.classList.remove("is-dragged");
      return;
    }
    this.travel += Math.abs(point.x - before.x) + Math.abs(point.y - before.y);
    this.pointers.set(event.pointerId, point);
    if (this.travel < STILL) return;
    if (!this.dragged) {
      this.dragged = true;
      this.host.classList.add("is-dragged");
      this.host.setPointerCapture(event.pointerId);
    }
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) this.#pinch(before, point, other);
    else this.pan(point.x - before.x, point.y - before.y);
  }

  #pinch(before, point, other) {
    const { left, top } = this.host.getBoundingClientRect();
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const is = Math.hypot(point.x - other.x, point.y - other.y);
    this.zoom(is / Math.max(was, 1), { x: (point.x + other.x) / 2 - left, y: (point.y + other.y) / 2 - top });
  }
}

/** Where a window of `room` begins so that it shows `middle`, and nothing beside a drawing from `start` of `length`. */
function placed(middle, room, start, length) {
  if (room >= length) return start + (length - room) / 2;
  return Math.max(start, Math.min(middle - room / 2, start + length - room));
}

/** Where a window that begins at `start` must begin for `from` to `upto` to be in it, `beside` left free. */
function nearest(start, room, from, upto, beside) {
  if (from - beside < start) return from - beside;
  if (upto + beside > start + room) return upto + beside - room;
  return start;
}
