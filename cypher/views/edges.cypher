// ---
// title = "Every relationship of the graph as at a date, but for attendance: what paths and pictures are made of"
// kind = "view"
// params = { as_at = "date" }
// columns = ["id", "from", "type", "to", "modality", "kind", "cadence", "role", "statements"]
// ---
MATCH (lower:Entity)-[r]->(upper:Entity)
WHERE r.modality IN ['asserted', 'historical', 'proposed'] AND r.holds_from <= $as_at + '~' AND $as_at <= r.holds_to
      AND NOT type(r) IN ['ATTENDED', 'APOLOGIES']
RETURN r.id AS id, lower.id AS from, type(r) AS type, upper.id AS to, r.modality AS modality, r.kind AS kind,
       r.cadence AS cadence, r.role AS role, r.statements AS statements
ORDER BY id
