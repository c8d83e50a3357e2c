// The explorer: what the address says is what is shown. Each part below renders from the state of the address alone.

import { go, leave, onChange, panel, read } from "./address.js";
import { AnswerBanner, trace } from "./answer.js";
import { Chart, STEP } from "./chart.js";
import { Findings } from "./findings.js";
import { byId, count, make, notice } from "./page.js";
import { Panel } from "./panel.js";
import { Search } from "./search.js";
import { get } from "./server.js";
import { structureTable } from "./table.js";
import { Timeline } from "./timeline.js";

const chart = new Chart(byId("chart"), (id, line) => {
  details.reveal(line && { predicate: line.type, direction: "out" });
  go(panel({ entity: id }));
});
const answers = new AnswerBanner(byId("answer"));
const findings = new Findings(byId("findings-body"));
const details = new Panel(byId("panel"));
const search = new Search();
const timeline = new Timeline(byId("time"));

let shown = {};
let lit = { kind: "traced", ids: [], steps: [] };
let found = null;

async function render(state) {
  const before = shown;
  shown = state;
  const changed = (...names) => names.some((name) => state[name] !== before[name]);
  byId("show-table").setAttribute("aria-pressed", String(state.show === "table"));
  byId("show-papers").setAttribute("aria-pressed", String(state.list === "papers"));
  search.set(state.q);
  timeline.set(state.as_at, later(state.as_at));
  const work = [details.show(state, found)];
  if (changed("as_at")) work.push(drawChart(state), listFindings(state));
  if (changed("q", "as_at")) work.push(answer(state, !changed("q")));
  if (changed("as_at", "show")) work.push(showTable(state));
  await Promise.all(work);
  if (shown === state) mark(state);
}

function later(asAt) {
  const papers = asAt ? timeline.later(asAt) : 0;
  return papers ? `${count(papers, "date")} of papers after this day` : "everything the papers report";
}

async function drawChart(state) {
  const host = byId("chart");
  host.setAttribute("aria-busy", "true");
  try {
    const drawing = await get("structure.svg", { as_at: state.as_at }, "text");
    if (shown.as_at !== state.as_at) return;
    chart.draw(drawing);
  } catch (error) {
    chart.empty(notice(error.title ?? "The chart can't be shown", error.message));
  } finally {
    host.removeAttribute("aria-busy");
    byId("zoom").hidden = !chart.isDrawn || shown.show === "table";
  }
}

async function listFindings(state) {
  if (!found) findings.loading();
  try {
    const page = await get("findings", { as_at: state.as_at, limit: 500 });
    if (shown.as_at !== state.as_at) return;
    found = page.items;
    byId("findings-title").textContent = `Findings (${page.total})`;
    findings.show(page.items, page.total);
    await details.show(shown, found);
  } catch (error) {
    findings.failed(error);
  }
}

/** Answer the question of the address; `moved` says that only the day has changed since it was last answered. */
async function answer(state, moved) {
  lit = { kind: "traced", ids: [], steps: [] };
  if (!state.q) { answers.hide(); return; }
  answers.loading(state.q);
  try {
    // A question may hold a day of its own ("in August 2013"): then that day is shown, and choosing another one ends
    // the question. Else the slider's day counts.
    let given = await get("ask", { q: state.q });
    if (given.as_at && given.as_at !== state.as_at) {
      if (shown === state) go(moved ? { q: null } : { as_at: given.as_at }, { replace: true });
      return;
    }
    if (!given.as_at && state.as_at) given = await get("ask", { q: state.q, as_at: state.as_at });
    if (shown.q !== state.q || shown.as_at !== state.as_at) return;
    answers.show(given);
    lit = { kind: "traced", ...trace(given) };
  } catch (error) {
    if (shown.q === state.q) answers.failed(error);
  }
}

async function showTable(state) {
  const host = byId("table");
  host.hidden = state.show !== "table";
  byId("chart").hidden = !host.hidden;
  byId("zoom").hidden = !host.hidden || !chart.isDrawn;
  if (host.hidden) return;
  try {
    host.replaceChildren(structureTable(await get("structure", { as_at: state.as_at })));
  } catch (error) {
    host.replaceChildren(notice(error.title ?? "The table can't be shown", error.message));
  }
}

/** Put the marks of the present state on chart, table and findings. */
function mark(state) {
  const finding = found?.find((one) => one.id === state.finding);
  const marks = finding ? about(finding) : lit;
  chart.light(marks.kind, marks.ids, marks.steps);
  chart.select(state.entity);
  findings.choose(state.finding);
  document.title = [details.title, "Answerable"].filter(Boolean).join(" – ");
}

/** What a finding lights up: what it is about, and the lines between these. */
function about(finding) {
  const ids = finding.entities.map((entity) => entity.id);
  const steps = finding.steps.map((step) => [step.from.id, step.to.id, "REPORTS_TO"]);
  return { kind: "found", ids, steps: steps.length ? steps : ids.flatMap((one) => ids.map((other) => [one, other])) };
}

function wire() {
  byId("home").addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go({ ...panel(), q: null, show: null });
    chart.lens.fit();
  });
  byId("show-table").addEventListener("click", () => go({ show: read().show === "table" ? null : "table" }));
  byId("show-papers").addEventListener("click", () => go(panel({ list: read().list === "papers" ? null : "papers" })));
  byId("zoom").addEventListener("click", (event) => {
    const how = event.target.closest("button")?.dataset.zoom;
    if (how === "fit") chart.lens.fit();
    else if (how) chart.lens.zoom(how === "in" ? STEP : 1 / STEP);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const { entity } = read();
    if (leave()) event.preventDefault();
    if (entity && !read().paper && !read().entity) chart.focus(entity);
  });
  addEventListener("beforeprint", () => {
    for (const more of document.querySelectorAll("#panel .more")) more.click(); // paper can't be unfolded
    chart.lens.whenPrinted(true);
  });
  addEventListener("afterprint", () => chart.lens.whenPrinted(false));
}

function nothingLoaded() {
  byId("loaded").textContent = "No papers loaded";
  for (const id of ["findings", "zoom", "search", "show-papers", "show-table"]) byId(id).hidden = true;
  byId("room").classList.add("is-empty");
  chart.empty(notice("Nothing is loaded yet",
    "Answerable reads papers of public bodies: minutes, terms of reference, reviews, reports. Load a folder of them, then reload this page:",
    make("pre", {}, make("code", {}, "answerable load PAPERS")),
    "Or look at the example papers of an invented borough:",
    make("pre", {}, make("code", {}, "answerable demo"))));
}

async function start() {
  wire();
  chart.empty(notice("Loading…", "Reading what the papers state."));
  try {
    const [summary, dates] = await Promise.all([get("summary"), get("dates")]);
    if (!summary.papers) { nothingLoaded(); return; }
    byId("loaded").textContent = [count(summary.papers, "paper"), count(summary.statements, "statement"), count(summary.labels.Body ?? 0, "body", "bodies")].join(" · ");
    timeline.draw(dates.items);
  } catch (error) {
    chart.empty(notice(error.title ?? "The explorer can't start", error.message));
    return;
  }
  onChange(render);
  shown = { as_at: undefined, q: undefined, show: undefined };
  await render(read());
}

start();
