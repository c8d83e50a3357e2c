// The chart as a table: the same bodies and lines for those who would rather read, and for narrow screens.

import { named } from "./evidence.js";
import { count, make } from "./page.js";

const WORDS = { REPORTS_TO: "reports to ", PART_OF: "part of ", SUPPORTS: "supports ", OVERSEES: "oversees " };

/** The table of a structure as the API gives it. */
export function structureTable(view) {
  const names = new Map(view.nodes.map((node) => [node.id, node]));
  const lines = new Map(view.nodes.map((node) => [node.id, []]));
  for (const line of view.relationships) lines.get(line.start)?.push(line);
  const nodes = [...view.nodes].sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
  const heads = ["Body", "Kind", "Chair", "Members", "Lines", "Findings"];
  return make("table", {},
    make("caption", {}, `${count(nodes.length, "body", "bodies")} and ${count(view.relationships.length, "line")}, as in the chart`),
    make("thead", {}, make("tr", {}, heads.map((head) => make("th", { scope: "col" }, head)))),
    make("tbody", {}, nodes.map((node) => make("tr", {},
      make("th", { scope: "row" }, named(node)),
      make("td", { "data-name": heads[1] }, node.kind ?? ""),
      make("td", {}, node.chair ?? ""),
      make("td", { "data-name": heads[3] }, node.members === null || node.members === undefined ? "" : String(node.members)),
      make("td", { "data-name": heads[4] }, upward(node, lines.get(node.id), names)),
      make("td", {}, make("span.flag", {}, node.badges.join(", ")))))));
}

function upward(node, lines, names) {
  const parts = lines.filter((line) => names.has(line.end)).map((line) => make("div", {}, WORDS[line.type] ?? "", named(names.get(line.end)),
    [line.cadence, line.modality === "proposed" && "proposed"].filter(Boolean).map((word) => `, ${word}`)));
  if (node.orphan) parts.unshift(make("span.flag", {}, "no line upward stated"));
  return parts;
}
