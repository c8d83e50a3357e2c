// ---
// title = "What someone is responsible for: does or delivers"
// kind = "answer"
// params = { id = "id", as_at = "date" }
// columns = ["entity", "name", "label", "kind", "predicate", "modality", "since", "until", "reported_on", "holds_from", "holds_to", "time", "superseded_on", "cadence", "role", "status", "statements"]
// ---
MATCH (asked:Entity)-[r:RESPONSIBLE_FOR]->(found:Entity) WHERE asked.id = $id
RETURN found.id AS entity, found.name AS name, [l IN labels(found) WHERE l <> 'Entity'][0] AS label, found.kind AS kind,
       type(r) AS predicate, r.modality AS modality, r.since AS since, r.until AS until,
       r.first_reported AS reported_on, r.holds_from AS holds_from, r.holds_to AS holds_to,
       CASE WHEN r.holds_to < $as_at THEN 'before' WHEN r.holds_from > $as_at + '~' THEN 'after' ELSE 'then' END AS time,
       r.superseded_on AS superseded_on, r.cadence AS cadence, r.role AS role, r.status AS status,
       r.statements AS statements
ORDER BY holds_from, predicate, name, entity, modality, holds_to, r.id
