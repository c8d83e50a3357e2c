// ---
// title = "The lines of the structure as at a date: reports to, part of, supports, oversees"
// kind = "view"
// params = { as_at = "date" }
// columns = ["id", "from", "type", "to", "modality", "cadence", "statements"]
// ---
MATCH (lower:Body)-[r:REPORTS_TO|PART_OF|SUPPORTS|OVERSEES]->(upper:Body)
WHERE r.modality IN ['asserted', 'historical', 'proposed'] AND lower.id <> upper.id
      AND r.holds_from <= $as_at + '~' AND $as_at <= r.holds_to
RETURN r.id AS id, lower.id AS from, type(r) AS type, upper.id AS to, r.modality AS modality, r.cadence AS cadence,
       r.statements AS statements
ORDER BY id
