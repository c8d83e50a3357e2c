// ---
// title = "The statements of one paper in the order of its text, with the entities at both ends"
// kind = "view"
// params = { id = "id" }
// columns = ["statement", "predicate", "modality", "subject", "subject_name", "object", "object_name", "start", "end", "page", "quote", "rule", "date", "since", "until", "cadence", "role"]
// ---
MATCH (s:Statement)-[:FROM]->(d:Document) WHERE d.id = $id
MATCH (a:Entity)<-[:SUBJECT]-(s)-[:OBJECT]->(b:Entity)
RETURN s.id AS statement, s.predicate AS predicate, s.modality AS modality, a.id AS subject, a.name AS subject_name,
       b.id AS object, b.name AS object_name, s.start AS start, s.end AS end, s.page AS page, s.quote AS quote,
       s.rule AS rule, coalesce(s.reported_on, d.date) AS date, s.since AS since, s.until AS until,
       s.cadence AS cadence, s.role AS role
ORDER BY start, end, statement
