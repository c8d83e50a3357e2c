// ---
// title = "Name, label, kind and other names of entities, by id"
// kind = "view"
// params = { ids = "ids" }
// columns = ["entity", "name", "label", "kind", "aliases", "place", "parent", "body", "number", "text", "timescale", "issuer"]
// ---
UNWIND $ids AS wanted
MATCH (n:Entity) WHERE n.id = wanted
RETURN n.id AS entity, n.name AS name, [l IN labels(n) WHERE l <> 'Entity'][0] AS label, n.kind AS kind,
       coalesce(n.aliases, []) AS aliases, n.place AS place, n.parent AS parent, n.body AS body, n.number AS number,
       n.text AS text, n.timescale AS timescale, n.issuer AS issuer
ORDER BY entity
