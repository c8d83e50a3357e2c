// The panel at the right: what the papers state about one thing, a finding, the list of papers, or a paper itself.

import { go, panel, read, to } from "./address.js";
import { named, pill, quoted } from "./evidence.js";
import { paperView, settle } from "./paper.js";
import { capital, count, longDate, make, say } from "./page.js";
import { get, part } from "./server.js";

const MANY = 4;
const PAST = ["historical", "superseded"];
const GRAVITY = { high: "High severity", medium: "Medium severity", low: "Low severity", info: "For information" };

export class Panel {
  constructor(host) {
    this.host = host;
    this.key = "";
    this.found = null;
    this.title = "";
    this.opener = null;
    this.settled = false;
    this.group = null;
  }

  /** Show what the address asks for, or nothing. `found` are the findings as at the day, null until they are known. */
  async show(state, found) {
    const key = ["entity", "finding", "list", "paper", "statement"].map((name) => state[name] ?? "").join("|") + `|${state.paper ? "" : state.as_at ?? ""}`;
    if (key === this.key && (state.paper || found === this.found)) return;
    this.found = found;
    const same = key.replace(/\|[^|]*$/, "") === this.key.replace(/\|[^|]*$/, "");
    if (this.key === "" || this.host.hidden) this.opener = document.activeElement;
    this.key = key;
    if (!state.entity && !state.finding && !state.list && !state.paper) { this.#close(); this.settled = true; return; }
    this.host.hidden = false;
    this.host.classList.toggle("is-wide", Boolean(state.paper));
    if (!same) this.#put("", make("p.quiet", { role: "status" }, "Loading…"));
    try {
      const [title, content] = await this.#content(state, found);
      if (this.key !== key) return;
      this.#put(title, content);
      if (!same) this.#arrive(state, content);
      this.settled = true;
    } catch (error) {
      if (this.key === key) this.#put("", make("div", {}, make("h2", { tabindex: "-1" }, error.title ?? "Can't be shown"), make("p", {}, error.message)));
    }
  }

  /** Of the next thing shown (or of what is shown, where it is the same), bring one group of facts into view. */
  reveal(group) {
    this.group = group;
    if (group && !this.host.hidden) this.#toGroup();
  }

  #toGroup() {
    if (!this.group) return false;
    const { predicate, direction } = this.group;
    const section = this.host.querySelector(`.facts[data-predicate="${predicate}"][data-direction="${direction}"]`);
    section?.querySelector("a")?.focus({ preventScroll: true });
    section?.scrollIntoView({ block: "start" });
    return Boolean(section);
  }

  async #content(state, found) {
    if (state.paper) {
      const paper = await get(`papers/${part(state.paper)}`);
      return [paper.title || paper.name, paperView(paper, state.statement)];
    }
    if (state.entity) {
      const profile = await get(`entities/${part(state.entity)}`, { as_at: state.as_at });
      return [profile.name, profileView(profile, found ?? [])];
    }
    if (state.finding) {
      if (!found) return ["", make("p.quiet", { role: "status" }, "Loading…")];
      const finding = found.find((one) => one.id === state.finding);
      return finding ? [finding.title, findingView(finding)] : ["Finding", make("article", {}, make("h2", { tabindex: "-1" }, "Not found as at this day"), make("p", {}, "The papers show this finding as at other days only, or it has been settled."))];
    }
    const papers = await get("papers", { limit: 500 });
    return ["Papers", papersView(papers, state.as_at)];
  }

  #put(title, content) {
    const held = this.host.contains(document.activeElement) && title === this.title;
    const { scrollTop } = this.host;
    const inPaper = Boolean(read().paper);
    const back = inPaper && Object.entries(read()).some(([name, value]) => value && ["entity", "finding", "list"].includes(name));
    this.host.replaceChildren(
      make("p.panel-bar", {},
        back && make("a", to({ paper: null, statement: null }), "← Back"),
        inPaper && make("span.quiet", {}, title),
        make("button.close", { type: "button", "aria-label": "Close", title: "Close (Esc)", onclick: () => go(panel()) }, "×")),
      content);
    if (held) { // the same thing as at another day: its reader stays where they are
      this.host.querySelector("h2")?.focus({ preventScroll: true });
      this.host.scrollTop = scrollTop;
    }
    this.title = title;
  }

  #arrive(state, content) {
    this.host.scrollTop = 0;
    if (state.paper) { settle(content); return; }
    if (this.#toGroup()) return;
    if (!this.settled) return; // the page has just been opened: its reader starts at the top
    if (getComputedStyle(this.host).getPropertyValue("--stacked").trim() === "yes") this.host.scrollIntoView({ block: "start" });
    this.host.querySelector("h2")?.focus({ preventScroll: true });
    say(this.title);
  }

  #close() {
    this.title = "";
    const hadFocus = this.host.contains(document.activeElement);
    this.host.hidden = true;
    this.host.replaceChildren();
    if (hadFocus && this.opener?.isConnected) this.opener.focus();
  }
}

function profileView(profile, found) {
  const groups = profile.groups;
  const about = found.filter((finding) => finding.entities.some((entity) => entity.id === profile.id));
  const facts = groups.reduce((sum, group) => sum + group.facts.length, 0);
  const where = [profile.kind || profile.label, profile.parent && `of ${profile.parent}`].filter(Boolean).join(" ");
  return make("article", { "aria-label": profile.name },
    make("p.kind", {}, where),
    make("h2", { tabindex: "-1" }, profile.name),
    profile.aliases.length > 0 && make("p.quiet", {}, `also: ${profile.aliases.join(", ")}`),
    profile.text && make("p.told", {}, profile.text),
    make("p.quiet.tally", {}, `${count(facts, "fact")} · named in ${count(profile.papers.length, "paper")}`),
    about.length > 0 && make("ul.about", {}, about.map((finding) => make("li", {}, make(`i.mark.mark-${finding.severity}`), make("a", to(panel({ finding: finding.id })), finding.title)))),
    groups.map((group) => groupView(group)),
    make("section.facts", {}, make("h3", {}, "Named in"), make("ul.papers", {}, profile.papers.map((paper) => paperLine(paper)))));
}

/** One kind of fact. Where only one is stated it stands beside the heading; many are folded until asked for. */
function groupView(group) {
  const list = make("div", {}, group.facts.slice(0, MANY).map((fact) => factView(fact, group.status)));
  const rest = group.facts.slice(MANY);
  const more = rest.length > 0 && make("button.more", {
    type: "button",
    onclick: () => { const [first, ...others] = rest.map((fact) => factView(fact, group.status)); list.append(first, ...others); more.remove(); first.querySelector("a")?.focus(); },
  }, `${rest.length} more`);
  return make("section.facts", { "data-predicate": group.predicate, "data-direction": group.direction },
    make("h3", {}, group.facts.length > MANY ? `${group.title} (${group.facts.length})` : group.title, pill(group.status)),
    list, more,
    group.facts.length === 0 && make("p.quiet", {}, "The papers loaded do not state this."));
}

function factView(fact, groupStatus) {
  const details = [
    fact.role,
    fact.cadence,
    fact.since && `since ${longDate(fact.since)}`,
    fact.until && `until ${longDate(fact.until)}`,
    fact.superseded_on && `replaced by a report of ${longDate(fact.superseded_on)}`,
    fact.status === "later" && `first reported ${longDate(fact.reported_on)}, after this day`,
  ].filter(Boolean).join(", ");
  return make(`div.fact${PAST.includes(fact.status) || fact.status === "later" ? ".is-past" : ""}`, {},
    make("p.fact-line", {}, make("span", {}, named(fact.entity), details && `, ${details}`), fact.status !== groupStatus && pill(fact.status)),
    fact.evidence.map(quoted));
}

function findingView(finding) {
  return make("article", { "aria-label": finding.title },
    make("p.kind", {}, make(`i.mark.mark-${finding.severity}`), ` Finding · ${GRAVITY[finding.severity] ?? finding.severity}`),
    make("h2", { tabindex: "-1" }, finding.title),
    make("p.told", {}, finding.text),
    finding.why && make("p.quiet", {}, finding.why),
    make("section.facts", {}, make("h3", {}, "About"), make("ul", {}, finding.entities.map((entity) => make("li", {}, named(entity), make("span.quiet", {}, ` ${entity.kind || entity.label}`))))),
    finding.steps?.length > 0 && make("section.facts", {}, make("h3", {}, "Step by step"), finding.steps.map((step) => make("div.fact", {},
      make("p.fact-line", {}, make("span", {}, named(step.from), " → ", named(step.to), step.cadence && `, ${step.cadence}`), step.modality !== "asserted" && pill(step.modality)),
      step.evidence.map(quoted)))),
    !finding.steps?.length && finding.evidence.length > 0 && make("section.facts", {}, make("h3", {}, "What the papers say"), finding.evidence.map(quoted)),
    make("section.facts", {}, make("h3", {}, "What would settle it"), make("p", {}, finding.remedy)),
    finding.guidance?.length > 0 && make("section.facts", {}, make("h3", {}, "Rests on"), make("ul", {}, finding.guidance.map((title) => make("li.quiet", {}, title)))));
}

function papersView(page, asAt) {
  return make("article", { "aria-label": "Papers" },
    make("p.kind", {}, "Loaded"),
    make("h2", { tabindex: "-1" }, count(page.total, "paper")),
    make("ul.papers", {}, page.items.map((paper) => paperLine(paper, asAt))));
}

function paperLine(paper, asAt = null) {
  const later = asAt && paper.date && paper.date > asAt;
  const facts = [capital(paper.kind), longDate(paper.date), paper.statements !== undefined && count(paper.statements, "statement"), later && "after this day"];
  return make(`li${later ? ".is-later" : ""}`, {}, make("a", to({ paper: paper.id, statement: null }), paper.title || paper.name), make("div.quiet", {}, facts.filter(Boolean).join(" · ")));
}
