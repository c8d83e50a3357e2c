// The one box: names as you type, questions when you press Enter.

import { go, panel, to } from "./address.js";
import { byId, count, make, rove, say } from "./page.js";
import { get } from "./server.js";

const OPENERS = /^(who|what|whom)\b/i;
const WAIT = 140;
const SHOWN = 12;

/** Whether `text` is asked rather than looked up. */
export const isQuestion = (text) => OPENERS.test(text.trim()) || text.trim().endsWith("?");

export class Search {
  constructor() {
    this.form = byId("search");
    this.box = byId("search-text");
    this.list = byId("search-results");
    this.looked = "";
    this.hits = [];
    this.box.addEventListener("input", () => this.#typed());
    this.box.addEventListener("keydown", (event) => this.#key(event));
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.#enter(); });
    this.list.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { event.stopPropagation(); this.close(); this.box.focus(); }
    });
    document.addEventListener("focusin", (event) => { if (!this.form.contains(event.target)) this.close(); });
    document.addEventListener("pointerdown", (event) => { if (!this.form.contains(event.target)) this.close(); });
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && !event.ctrlKey && !event.metaKey && !typing(event.target)) {
        event.preventDefault();
        this.box.focus();
        this.box.select();
      }
    });
  }

  /** Show the question that the address holds. */
  set(question) {
    if (question !== null) this.box.value = question;
    else if (isQuestion(this.box.value)) this.box.value = "";
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
  }

  #typed() {
    clearTimeout(this.timer);
    if (!this.box.value.trim()) this.close();
    else this.timer = setTimeout(() => this.#look(), WAIT);
  }

  async #look() {
    const text = this.box.value.trim();
    if (!text) return;
    if (isQuestion(text)) {
      this.#show(text, [make("button.ask", { type: "button", onclick: () => this.#ask() }, "Ask: ", make("strong", {}, text))]);
      return;
    }
    let found;
    try {
      found = await get("search", { q: text, limit: SHOWN });
    } catch (error) {
      this.#show(text, [make("p.quiet", {}, error.message)]);
      return;
    }
    if (text !== this.box.value.trim()) return;
    const hits = found.items.map((hit) => this.#hit(hit));
    if (hits.length) this.#show(text, hits, found.total);
    else this.#show(text, [make("p.quiet", {}, `No name in the papers loaded fits “${text}”. To ask a question, end it with a question mark.`)]);
    say(hits.length ? `${count(found.total, "result")}. Arrow down to choose.` : "No result.");
  }

  #hit(hit) {
    const aliases = (hit.aliases ?? []).slice(0, 3).join(", ");
    return make("a.result", { ...to(panel({ entity: hit.id })), onclick: () => this.close() },
      make("span.kind", {}, hit.kind || hit.label),
      make("span.result-name", {}, hit.name),
      aliases && make("span.quiet", {}, `also: ${aliases}`));
  }

  #show(text, rows, total = 0) {
    this.looked = text;
    this.list.replaceChildren(...rows);
    if (total > rows.length) this.list.append(make("p.quiet", {}, `${rows.length} of ${total}: type more of the name.`));
    this.hits = rows.filter((row) => row.matches("a, button"));
    this.reach = rove(this.list, this.hits, { onEscape: () => this.box.focus() });
    this.list.hidden = false;
  }

  async #enter() {
    if (isQuestion(this.box.value)) { this.#ask(); return; }
    await this.#current();
    if (this.list.hidden || !this.hits.length) return;
    if (this.hits.length === 1) this.hits[0].click();
    else this.reach(0);
  }

  /** Waits for the results of what stands in the box now, not of what stood there a key ago. */
  async #current() {
    clearTimeout(this.timer);
    if (this.looked !== this.box.value.trim() || this.list.hidden) await this.#look();
  }

  #ask() {
    const question = this.box.value.trim();
    this.close();
    if (question) go({ ...panel(), q: question });
  }

  async #key(event) {
    if (event.key === "ArrowDown" && this.box.value.trim()) {
      event.preventDefault();
      await this.#current();
      if (!this.list.hidden && this.hits.length) this.reach(0);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }
}

const typing = (target) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
