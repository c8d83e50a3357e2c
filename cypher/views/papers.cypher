// ---
// title = "The papers loaded, with the number of statements that each makes"
// kind = "view"
// params = {}
// columns = ["id", "name", "title", "kind", "date", "statements"]
// ---
MATCH (d:Document)
OPTIONAL MATCH (s:Statement)-[:FROM]->(d)
WITH d, count(s) AS statements
RETURN d.id AS id, d.name AS name, d.title AS title, d.kind AS kind, d.date AS date, statements AS statements
ORDER BY date, name, id
