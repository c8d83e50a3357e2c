// A paper as it was read, block by block, with the words of every statement marked and those asked for in view.

import { panel, to } from "./address.js";
import { capital, count, longDate, make } from "./page.js";

const TAGS = { heading: "h3", paragraph: "p", item: "p.item", field: "p.field" };

/** The view of `paper`; `wanted` is the id of the statement whose words are to be in view. */
export function paperView(paper, wanted) {
  const { statements } = paper;
  const chosen = statements.find((one) => one.statement === wanted);
  const facts = [capital(paper.kind), longDate(paper.date), count(statements.length, "statement"), paper.name];
  const text = make("div.paper-text", {});
  let page = null;
  let table = null;
  for (const block of blocksOf(paper)) {
    if (block.page && block.page !== page) {
      page = block.page;
      text.append(make("p.page-mark", {}, `Page ${page}`));
      table = null;
    }
    const piece = (start, end) => marked(paper.text, start, end, statements, chosen);
    if (block.kind === "row") {
      if (!table) text.append(table = make("table", {}, make("tbody", {})));
      table.firstChild.append(make("tr", {}, block.cells.map(([start, end]) => make("td", {}, piece(start, end)))));
      continue;
    }
    table = null;
    const number = block.number && make("span.item-number", {}, `${block.number} `);
    if (block.kind === "field" && block.cells?.length === 2) {
      const [label, value] = block.cells;
      text.append(make("p.field", {}, make("b", {}, piece(...label)), ": ", piece(...value)));
    } else {
      text.append(make(TAGS[block.kind] ?? "p", {}, number, block.kind === "item" ? make("span", {}, piece(block.start, block.end)) : piece(block.start, block.end)));
    }
  }
  return make("article.paper", { "aria-label": paper.title || paper.name },
    make("header", {},
      make("p.kind", {}, "Paper"),
      make("h2", { tabindex: "-1" }, paper.title || paper.name),
      make("p.quiet", {}, facts.filter(Boolean).join(" · ")),
      chosen && said(chosen)),
    text);
}

/** Bring the chosen words into view and give them focus, so that reading goes on from there. */
export function settle(view) {
  const mark = view.querySelector("mark.is-chosen");
  (mark ?? view.querySelector("h2")).focus({ preventScroll: true });
  mark?.scrollIntoView({ block: "center" });
}

function said(statement) {
  const name = (id, text) => (id ? make("a.name", to(panel({ entity: id })), text) : text);
  return make("p.said", {}, "Highlighted: ", name(statement.subject, statement.subject_name), ` ${reading(statement.predicate)} `, name(statement.object, statement.object_name));
}

const reading = (predicate) => (predicate ?? "").toLowerCase().replaceAll("_", " ");

/** The blocks of a paper; one that has none is shown line by line. */
function blocksOf(paper) {
  if (paper.blocks?.length) return paper.blocks;
  const lines = [];
  for (const match of paper.text.matchAll(/[^\n]+/g)) lines.push({ kind: "paragraph", start: match.index, end: match.index + match[0].length });
  return lines;
}

/** The text from `start` to `end` with a mark around every piece that a statement rests on. */
function marked(text, start, end, statements, chosen) {
  const here = statements.filter((one) => one.start < end && one.end > start);
  const cuts = [...new Set([start, end, ...here.flatMap((one) => [Math.max(one.start, start), Math.min(one.end, end)])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const upto = cuts[index + 1];
    const over = here.filter((one) => one.start <= from && one.end >= upto);
    const words = text.slice(from, upto);
    if (!over.length) return words;
    const isChosen = chosen && over.includes(chosen);
    return make("mark", { class: isChosen ? "is-chosen" : null, tabindex: isChosen ? "-1" : null, title: over.map(sentence).join("\n") }, words);
  });
}

const sentence = (one) => `${one.subject_name} ${reading(one.predicate)} ${one.object_name}`;
