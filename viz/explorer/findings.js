// The findings at the left: grouped by check with a count, filtered as one types, one opened in the panel.

import { panel, to } from "./address.js";
import { make, rove, say } from "./page.js";

const GRAVITY = { high: "high severity", medium: "medium severity", low: "low severity", info: "for information" };

export class Findings {
  constructor(host) {
    this.host = host;
    this.open = new Set();
    this.words = "";
    this.chosen = null;
  }

  loading() {
    this.host.replaceChildren(make("p.quiet", {}, "Looking for findings…"));
  }

  failed(error) {
    this.host.replaceChildren(make("p.quiet", {}, error.message));
  }

  /** Show `found`, which stays until the next; `total` counts all there are, shown or not. */
  show(found, total) {
    this.found = found;
    this.total = total;
    this.filter = make("input", {
      type: "search", id: "findings-filter", "aria-label": "Filter the findings", placeholder: "Filter", value: this.words,
      oninput: () => { this.words = this.filter.value; this.#fill(); say(this.tally.textContent); },
      onkeydown: (event) => { if (event.key === "Escape" && this.words) { event.stopPropagation(); this.filter.value = this.words = ""; this.#fill(); } },
    });
    this.tally = make("p.quiet", {});
    this.list = make("ul.checks", {});
    this.host.replaceChildren(...(found.length ? [this.filter, this.tally, this.list] : [make("p.quiet", {}, "None: every check is met as at this day.")]));
    if (found.length) this.#fill();
  }

  /** Mark the finding that the panel shows. */
  choose(id) {
    this.chosen = id;
    for (const link of this.host.querySelectorAll("a[data-finding]")) {
      if (link.dataset.finding === id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  #fill() {
    const words = this.words.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = this.found.filter((finding) => {
      const text = [finding.check, finding.title, finding.text, finding.severity, ...finding.entities.map((e) => e.name)].join(" ").toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const checks = grouped(fits);
    this.tally.textContent = words.length ? `${fits.length} of ${this.found.length}` : this.total > this.found.length ? `the first ${this.found.length} of ${this.total}` : "";
    this.list.replaceChildren(...[...checks.values()].map((findings) => this.#check(findings, words.length > 0)));
    rove(this.list, [...this.list.querySelectorAll("button, a")]);
    this.choose(this.chosen);
  }

  #check(findings, filtered) {
    const [first] = findings;
    const mark = () => make(`i.mark.mark-${first.severity}`, { title: GRAVITY[first.severity] ?? first.severity });
    if (findings.length === 1) return make("li", {}, make("div.check", {}, mark(), this.#link(first), make("span.number", {}, "1")));
    const id = `check-${first.check}`;
    const open = filtered || this.open.has(first.check) || findings.some((finding) => finding.id === this.chosen);
    const list = make("ul", { id, hidden: !open }, findings.map((finding) => make("li", {}, this.#link(finding, true))));
    const toggle = make("button", {
      type: "button", "aria-expanded": String(open), "aria-controls": id,
      onclick: () => {
        list.hidden = !list.hidden;
        toggle.setAttribute("aria-expanded", String(!list.hidden));
        if (list.hidden) this.open.delete(first.check);
        else this.open.add(first.check);
      },
    }, first.title);
    return make("li", {}, make("div.check", {}, mark(), toggle, make("span.number", {}, String(findings.length))), list);
  }

  #link(finding, brief = false) {
    const names = finding.entities.map((entity) => entity.name).slice(0, 3).join(", ");
    return make("a", { ...to(panel({ finding: finding.id })), "data-finding": finding.id },
      brief ? names || finding.text : [finding.title, names && make("span.quiet", {}, names)]);
  }
}

function grouped(findings) {
  const groups = new Map();
  for (const finding of findings) groups.set(finding.check, [...(groups.get(finding.check) ?? []), finding]);
  return groups;
}
