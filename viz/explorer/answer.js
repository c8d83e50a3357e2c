// The answer to a question, above the chart: in words, on what evidence, and what the papers leave out.

import { go } from "./address.js";
import { named, pill, quoted } from "./evidence.js";
import { count, longDate, make, say } from "./page.js";

const BRIEF = 260;

export class AnswerBanner {
  constructor(host) {
    this.host = host;
  }

  hide() {
    this.host.hidden = true;
    this.host.replaceChildren();
  }

  loading(question) {
    this.#put("waiting", make("p.quiet", {}, `Asking the papers: ${question}`));
  }

  /** What went wrong, in the server's words. */
  failed(error) {
    this.#put("failed", make("p", {}, make("strong", {}, error.title ?? "No answer"), ` ${error.message}`));
    say(error.message);
  }

  show(answer) {
    const evidence = unique(answer);
    const near = answer.did_you_mean ?? [];
    const facts = [answer.as_at && !answer.text.startsWith("As at") && `As at ${longDate(answer.as_at)}`, answer.searched !== undefined && `${count(answer.searched, "paper")} searched`];
    const full = make("div.full", { id: "answer-full", hidden: true }, evidence.map(quoted), this.#superseded(answer), make("p.whole.quiet", {}, answer.text));
    const more = make("button.more", {
      type: "button", "aria-expanded": "false", "aria-controls": "answer-full",
      onclick: () => { full.hidden = !full.hidden; more.setAttribute("aria-expanded", String(!full.hidden)); },
    }, `Evidence (${evidence.length})`);
    const [first, ...rest] = unquoted(answer.text).split("\n").filter((line) => !line.startsWith("Searched:"));
    const lines = this.#lines(answer);
    // The lines say step by step what the further paragraphs say in words: one of the two is enough at first sight.
    const brief = lines.length > 0 && rest.join(" ").length > BRIEF;
    const [headline, ...further] = sentences(first);
    const beside = brief ? further.filter((sentence) => !sentence.includes(" reports to ")) : further;
    this.#put(answer.status,
      make("div.answer-words", {}, pill(answer.status), make("p.answer-text", {}, make("b", {}, headline), beside.length > 0 && ` ${beside.join(" ")}`)),
      brief ? [lines, answer.missing.length > 0 && make("p.gap", {}, answer.missing.join(" "))] : rest.map((paragraph) => make("p", {}, paragraph)),
      near.length > 0 && make("p", {}, "Did you mean ", near.map((entity, index) => [index > 0 && ", ", named(entity)]), "?"),
      make("p.quiet", {}, facts.filter(Boolean).join(" · "), evidence.length > 0 && [" · ", more]),
      evidence.length > 0 && full);
    say(`${answer.status.replace("-", " ")}. ${unquoted(answer.text)}`);
  }

  #lines(answer) {
    const told = new Set();
    return (answer.chain ?? []).filter((line) => line.length).map((line) => {
      const start = line[0].predicate === "REPORTS_TO" && answer.subject ? named(answer.subject) : null;
      return make("p.chain", {}, start, line.map((step, index) => [
        (start || index > 0) && make("span.step", {}, step.cadence ? ` – ${step.cadence} → ` : " → "),
        named(step.entity), !told.has(step.entity.id) && told.add(step.entity.id) && people(step),
      ]));
    });
  }

  #superseded(answer) {
    const replaced = answer.superseded ?? [];
    return replaced.length > 0 && make("p.quiet", {}, "Earlier: ", replaced.map((one, index) => [index > 0 && ", ", named(one.entity)]));
  }

  #put(status, ...children) {
    const close = make("button.close", { type: "button", "aria-label": "Close the answer", title: "Close (Esc)", onclick: () => go({ q: null }) }, "×");
    this.host.className = `answer answer-${status}`;
    this.host.replaceChildren(...children.flat(3).filter(Boolean), close);
    this.host.hidden = false;
  }
}

/** Who is named at a step. */
function people(step) {
  const names = (step.people ?? []).map((one) => one.entity.name);
  return names.length > 0 && make("span.step", {}, ` (${names.join(" or ")}${names.length > 1 ? ": contested" : ""})`);
}

/** Every piece of evidence of an answer once, in the order in which the answer gives it. */
function unique(answer) {
  const steps = (answer.chain ?? []).flat();
  const all = [...answer.answers, ...(answer.superseded ?? []), ...(answer.proposed ?? []), ...steps, ...steps.flatMap((step) => step.people ?? [])].flatMap((one) => one.evidence ?? []);
  return [...new Map(all.map((evidence) => [evidence.statement, evidence])).values()];
}

/** `text` without its quotations and where they stand: those are shown one by one below it. */
function unquoted(text) {
  let kept = "";
  for (let at = 0; at < text.length; at += 1) {
    const opens = /^[:,]? ?“/.exec(text.slice(at, at + 3));
    if (!opens) { kept += text[at]; continue; }
    const end = closing(text, at + opens[0].length - 1, "“", "”");
    if (end < 0 || text.slice(end, end + 2) !== " (") { kept += text[at]; continue; }
    at = closing(text, end + 1, "(", ")") - 1;
    if (at < 0) return text;
  }
  return kept;
}

/** The place after the mark that closes the one at `start`, -1 where it stays open. */
function closing(text, start, open, close) {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === open) depth += 1;
    if (text[at] === close && (depth -= 1) === 0) return at + 1;
  }
  return -1;
}
/** `text` sentence by sentence; a full stop after a capital is that of an initial. */
const sentences = (text) => text.split(/(?<=[\p{Ll}\d)”]\.) (?=[\p{Lu}“])/u);

/** What an answer lights up on the chart: its subject, its answers, and every step of its lines upward. */
export function trace(answer) {
  const lines = (answer.chain ?? []).filter((line) => line.length).map((line) => {
    const ids = line.map((step) => step.entity.id);
    return line[0].predicate === "REPORTS_TO" && answer.subject ? [answer.subject.id, ...ids] : ids;
  });
  const ids = [answer.subject?.id, ...(answer.answers ?? []).map((one) => one.entity.id), ...lines.flat()];
  return { ids: ids.filter(Boolean), steps: lines.flatMap((line) => line.slice(1).map((id, index) => [line[index], id, "REPORTS_TO"])) };
}
