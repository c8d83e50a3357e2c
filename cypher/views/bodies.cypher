// ---
// title = "Every body that the papers name, with how many seats they state as at a date"
// kind = "view"
// params = { as_at = "date" }
// columns = ["entity", "name", "label", "kind", "place", "members"]
// ---
MATCH (b:Body)
OPTIONAL MATCH (who:Entity)-[r:MEMBER_OF|CHAIRS]->(b)
WHERE r.modality = 'asserted' AND r.holds_from <= $as_at + '~' AND $as_at <= r.holds_to
WITH b, count(DISTINCT who.id) AS seats, sum(CASE WHEN type(r) = 'MEMBER_OF' THEN 1 ELSE 0 END) AS stated
RETURN b.id AS entity, b.name AS name, 'Body' AS label, b.kind AS kind, b.place AS place,
       CASE WHEN stated = 0 THEN null ELSE seats END AS members
ORDER BY name, entity
