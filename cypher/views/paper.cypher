// ---
// title = "One paper with its whole text"
// kind = "view"
// params = { id = "id" }
// columns = ["id", "name", "title", "kind", "date", "sha256", "text", "blocks", "parts"]
// ---
MATCH (d:Document) WHERE d.id = $id
RETURN d.id AS id, d.name AS name, d.title AS title, d.kind AS kind, d.date AS date, d.sha256 AS sha256,
       d.text AS text, d.blocks AS blocks, d.parts AS parts
ORDER BY id
