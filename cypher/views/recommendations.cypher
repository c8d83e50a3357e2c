// ---
// title = "Every recommendation and resolution, with its number, its words and who issued it"
// kind = "view"
// params = {}
// columns = ["entity", "name", "label", "kind", "number", "text", "issuer"]
// ---
MATCH (n:Entity) WHERE n:Recommendation OR n:Resolution
RETURN n.id AS entity, n.name AS name, [l IN labels(n) WHERE l <> 'Entity'][0] AS label, n.kind AS kind,
       n.number AS number, n.text AS text, n.issuer AS issuer
ORDER BY issuer, number, name, entity
