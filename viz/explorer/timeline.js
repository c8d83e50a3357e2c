// The day as at which everything is shown: a slider over the years that the papers cover, and a date field.

import { go } from "./address.js";
import { longDate, make, say, today } from "./page.js";

const DAY = 86_400_000;
const days = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
const iso = (number) => new Date(number * DAY).toISOString().slice(0, 10);

/** A year or a month as the last day that it covers: the day as at which the server shows it. */
function whole(date) {
  if (!/^\d{4}(-\d\d){0,2}$/.test(date)) return today(); // the server says what is wrong with it
  const [year, month, day] = date.split("-").map(Number);
  return day !== undefined ? date : new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10);
}

export class Timeline {
  constructor(host) {
    this.host = host;
  }

  /** Draw the slider over `dates` (ISO days, the earliest first). */
  draw(dates) {
    this.ticks = [...new Set(dates.map(whole))].map(days).sort((a, b) => a - b);
    if (!this.ticks.length) { this.host.hidden = true; return; }
    const first = this.ticks[0];
    const last = this.ticks.at(-1);
    const margin = Math.max(30, Math.round((last - first) * 0.04));
    this.first = first - margin;
    this.end = last + margin;
    this.title = make("strong", {});
    this.rest = make("span.quiet", {});
    this.slider = make("input", {
      type: "range", min: this.first, max: this.end, step: 1, id: "as-at-slider", "aria-label": "As at: left and right arrow go to the paper before and after",
      oninput: () => this.#choose(Number(this.slider.value), true),
      onchange: () => this.#choose(Number(this.slider.value), false),
      onkeydown: (event) => this.#key(event),
    });
    this.field = make("input", { type: "date", id: "as-at-date", max: "9999-12-31", onchange: () => this.field.value && go({ as_at: this.field.value }) });
    this.now = make("button", { type: "button", onclick: () => go({ as_at: null }) }, "Today");
    const marks = make("div.marks", { "aria-hidden": "true" }, this.ticks.map((tick) => this.#placed(make("i", { title: longDate(iso(tick)) }), tick)), this.#years());
    this.host.replaceChildren(
      make("p.as-at", {}, this.title, this.rest),
      make("div.slide", {}, marks, this.slider),
      make("p.pick", {}, make("label", { for: "as-at-date" }, "Date "), this.field, this.now),
    );
    this.host.hidden = false;
  }

  /** Show the day `asAt`, null for today. */
  set(asAt, note) {
    if (!this.ticks?.length) return;
    this.title.textContent = asAt ? `As at ${longDate(asAt)}` : `As at today, ${longDate(today())}`;
    this.rest.textContent = note;
    const at = (asAt && days(whole(asAt))) || this.end;
    this.slider.value = String(Math.max(this.first, Math.min(this.end, at)));
    this.slider.setAttribute("aria-valuetext", asAt ? longDate(asAt) : "today");
    this.field.value = asAt ? whole(asAt) : "";
    this.now.disabled = !asAt;
  }

  /** Papers dated after `asAt`, of those with a tick. */
  later(asAt) {
    return asAt ? this.ticks.filter((tick) => tick > days(whole(asAt))).length : 0;
  }

  #choose(value, dragging) {
    const asAt = value >= this.end ? null : iso(value);
    if (dragging) this.set(asAt, "");
    else go({ as_at: asAt });
  }

  #key(event) {
    const now = Number(this.slider.value);
    const to = {
      ArrowRight: this.ticks.find((tick) => tick > now) ?? this.end,
      ArrowLeft: this.ticks.findLast((tick) => tick < now) ?? now,
      Home: this.ticks[0],
      End: this.end,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#choose(to, false);
    say(this.title.textContent);
  }

  #placed(element, day) {
    element.style.left = `${(100 * (day - this.first)) / (this.end - this.first)}%`;
    return element;
  }

  #years() {
    const years = [];
    for (let year = Number(iso(this.first).slice(0, 4)); year <= Number(iso(this.end).slice(0, 4)); year += 1) years.push(year);
    const every = Math.ceil(years.length / 9);
    return years
      .map((year) => [year, Math.max(days(`${year}-01-01`), this.first)])
      .filter(([, day], index) => index % every === 0 && day <= this.end && (index || days(`${years[1]}-01-01`) - day > (this.end - this.first) / 12))
      .map(([year, day]) => this.#placed(make("b", {}, String(year)), day));
  }
}
