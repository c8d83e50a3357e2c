// ---
// title = "Every name that the papers use: bodies, people, posts, plans, reviews and topics"
// kind = "view"
// params = {}
// columns = ["entity", "name", "aliases", "label", "kind", "place", "parent"]
// ---
MATCH (n:Entity) WHERE NOT n:Recommendation AND NOT n:Resolution
RETURN n.id AS entity, n.name AS name, coalesce(n.aliases, []) AS aliases,
       [l IN labels(n) WHERE l <> 'Entity'][0] AS label, n.kind AS kind, n.place AS place, n.parent AS parent
ORDER BY name, entity
