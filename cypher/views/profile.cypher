// ---
// title = "Everything that the papers state about one entity, in both directions"
// kind = "view"
// params = { id = "id", as_at = "date" }
// columns = ["direction", "entity", "name", "label", "kind", "predicate", "modality", "since", "until", "reported_on", "holds_from", "holds_to", "time", "superseded_on", "cadence", "role", "status", "statements"]
// ---
MATCH (asked:Entity)-[r]-(found:Entity) WHERE asked.id = $id
WITH DISTINCT r, asked, found
RETURN CASE WHEN startNode(r).id = asked.id THEN 'out' ELSE 'in' END AS direction,
       found.id AS entity, found.name AS name, [l IN labels(found) WHERE l <> 'Entity'][0] AS label, found.kind AS kind,
       type(r) AS predicate, r.modality AS modality, r.since AS since, r.until AS until,
       r.first_reported AS reported_on, r.holds_from AS holds_from, r.holds_to AS holds_to,
       CASE WHEN r.holds_to < $as_at THEN 'before' WHEN r.holds_from > $as_at + '~' THEN 'after' ELSE 'then' END AS time,
       r.superseded_on AS superseded_on, r.cadence AS cadence, r.role AS role, r.status AS status,
       r.statements AS statements
ORDER BY predicate, direction, holds_from, name, entity, modality, r.id
