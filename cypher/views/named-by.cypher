// ---
// title = "The papers that name an entity"
// kind = "view"
// params = { id = "id" }
// columns = ["id", "name", "title", "kind", "date"]
// ---
MATCH (d:Document)-[:MENTIONS]->(n:Entity) WHERE n.id = $id
RETURN DISTINCT d.id AS id, d.name AS name, d.title AS title, d.kind AS kind, d.date AS date
ORDER BY date, name, id
