// ---
// title = "What a review, a body or a person recommended or resolved, and to whom it is addressed"
// kind = "answer"
// params = { id = "id", as_at = "date" }
// columns = ["entity", "name", "label", "number", "text", "timescale", "reported_on", "statements", "addressee", "addressee_name", "addressee_label", "addressee_kind", "address_modality", "address_statements"]
// ---
MATCH (asked:Entity)-[r:ISSUED]->(found:Entity)
WHERE asked.id = $id AND r.modality <> 'negated' AND r.holds_from <= $as_at + '~'
OPTIONAL MATCH (found)-[to:ADDRESSED_TO]->(who:Entity)
RETURN found.id AS entity, found.name AS name, [l IN labels(found) WHERE l <> 'Entity'][0] AS label,
       found.number AS number, found.text AS text, found.timescale AS timescale,
       r.first_reported AS reported_on, r.statements AS statements,
       who.id AS addressee, who.name AS addressee_name, [l IN labels(who) WHERE l <> 'Entity'][0] AS addressee_label,
       who.kind AS addressee_kind, to.modality AS address_modality, to.statements AS address_statements
ORDER BY entity, addressee, r.id, address_modality
