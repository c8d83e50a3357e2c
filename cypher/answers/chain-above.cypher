// ---
// title = "The whole line upward from someone or something: every step to the top"
// kind = "answer"
// params = { id = "id", as_at = "date" }
// columns = ["from", "to", "name", "label", "kind", "modality", "since", "until", "reported_on", "cadence", "role", "statements"]
// ---
MATCH p = (asked:Entity)-[:REPORTS_TO*1..8]->(:Entity) WHERE asked.id = $id
WITH relationships(p) AS steps
WHERE ALL(s IN steps WHERE s.modality = 'asserted' AND s.holds_from <= $as_at + '~' AND $as_at <= s.holds_to)
UNWIND steps AS step
WITH DISTINCT step AS r
WITH r, startNode(r) AS lower, endNode(r) AS upper
RETURN lower.id AS from, upper.id AS to, upper.name AS name, [l IN labels(upper) WHERE l <> 'Entity'][0] AS label,
       upper.kind AS kind, r.modality AS modality, r.since AS since, r.until AS until, r.first_reported AS reported_on,
       r.cadence AS cadence, r.role AS role, r.statements AS statements
ORDER BY from, name, to, reported_on, r.id
