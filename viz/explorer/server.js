// Asking the server, all of it under api/v1 of where the page came from. A problem becomes an Error with its words.

const answers = new Map();
const KEPT = 60;

export class ServerError extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title ?? "The server did not answer.");
    this.title = problem.title;
    this.status = problem.status;
  }
}

async function fetched(path, form) {
  let response;
  try {
    response = await fetch(`api/v1/${path}`, { credentials: "omit" });
  } catch {
    throw new ServerError({ title: "The server does not answer", detail: "Is `answerable serve` still running? Start it again and reload this page." });
  }
  if (response.ok) return form === "text" ? response.text() : response.json();
  let problem = { title: response.statusText, status: response.status };
  if ((response.headers.get("content-type") ?? "").includes("json")) problem = await response.json();
  throw new ServerError(problem);
}

/** The JSON (or text) at `path` with `parameters`; null and undefined ones are left out. The last answers are kept. */
export function get(path, parameters = {}, form = "json") {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined));
  const full = query.size ? `${path}?${query}` : path;
  if (!answers.has(full)) {
    const answer = fetched(full, form);
    answer.catch(() => answers.delete(full));
    answers.set(full, answer);
    if (answers.size > KEPT) answers.delete(answers.keys().next().value);
  }
  return answers.get(full);
}

export const part = encodeURIComponent;
