// ---
// title = "Everything that reports to someone or something, directly or through others"
// kind = "answer"
// params = { id = "id", as_at = "date" }
// columns = ["from", "name", "label", "kind", "to", "modality", "since", "until", "reported_on", "cadence", "role", "statements"]
// ---
MATCH p = (:Entity)-[:REPORTS_TO*1..8]->(asked:Entity) WHERE asked.id = $id
WITH relationships(p) AS steps
WHERE ALL(s IN steps WHERE s.modality = 'asserted' AND s.holds_from <= $as_at + '~' AND $as_at <= s.holds_to)
UNWIND steps AS step
WITH DISTINCT step AS r
WITH r, startNode(r) AS lower, endNode(r) AS upper
RETURN lower.id AS from, lower.name AS name, [l IN labels(lower) WHERE l <> 'Entity'][0] AS label, lower.kind AS kind,
       upper.id AS to, r.modality AS modality, r.since AS since, r.until AS until, r.first_reported AS reported_on,
       r.cadence AS cadence, r.role AS role, r.statements AS statements
ORDER BY to, name, from, reported_on, r.id
