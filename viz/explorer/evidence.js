// Statements as people read them: the words, the paper, its date and page, and the way to the paper itself.

import { panel, to } from "./address.js";
import { longDate, make } from "./page.js";

const PILLS = {
  stated: "stated",
  contested: "contested",
  "stated-none": "stated: none",
  "not-stated": "not stated",
  proposed: "proposed",
  historical: "in the past",
  superseded: "superseded",
  negated: "stated: none",
  later: "later",
};

/** The small word that says how sure the papers are. */
export function pill(status) {
  return make(`span.pill.pill-${status}`, {}, PILLS[status] ?? status);
}

/** One piece of evidence: quote, source, link to the words in the paper. */
export function quoted(evidence) {
  const source = [evidence.title || evidence.document, longDate(evidence.date), evidence.page ? `p. ${evidence.page}` : ""];
  return make("div.evidence", {},
    make("blockquote", {}, shown(evidence.quote)),
    make("p.source", {}, make("span", {}, source.filter(Boolean).join(", ")), " ", make("a", { ...to({ paper: evidence.document_id, statement: evidence.statement }), "aria-label": `Open paper at these words: ${source[0]}` }, "open paper")));
}

/** A quote without the line breaks of the paper, which mean nothing here. */
export const shown = (quote) => (quote ?? "").replace(/\s+/g, " ").trim();

/** A link to the panel about an entity. */
export function named(entity) {
  return make("a.name", to(panel({ entity: entity.id })), entity.name || entity.id);
}
