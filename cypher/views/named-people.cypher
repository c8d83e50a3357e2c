// ---
// title = "The person or post named as chair of each body, or as holder of each post"
// kind = "view"
// params = { ids = "ids", as_at = "date" }
// columns = ["at", "entity", "name", "label", "kind", "predicate", "role", "status", "since", "until", "reported_on", "statements"]
// ---
UNWIND $ids AS wanted
MATCH (found:Entity)-[r:CHAIRS|HOLDS_POST]->(place:Entity)
WHERE place.id = wanted AND r.modality IN ['asserted', 'historical']
      AND r.holds_from <= $as_at + '~' AND $as_at <= r.holds_to
      AND NOT any(role IN coalesce(r.role, []) WHERE toLower(role) CONTAINS 'vice' OR toLower(role) CONTAINS 'deputy')
RETURN place.id AS at, found.id AS entity, found.name AS name, [l IN labels(found) WHERE l <> 'Entity'][0] AS label,
       found.kind AS kind, type(r) AS predicate, r.role AS role, r.status AS status, r.since AS since, r.until AS until,
       r.first_reported AS reported_on, r.statements AS statements
ORDER BY at, label, name, entity, reported_on, r.id
