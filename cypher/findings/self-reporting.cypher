// ---
// title = "Body that reports to itself"
// kind = "finding"
// severity = "high"
// badge = "circular"
// why = "A body that reports to itself is held to account by nobody."
// sentence = "The papers loaded state that {name} reports to itself."
// remedy = "Check the words: a name may stand for two bodies. If they mean what they say, agree a line to another body."
// guidance = ["The Good Governance Standard for Public Services (Independent Commission on Good Governance in Public Services, 2004)"]
// params = { as_at = "date" }
// columns = ["entities", "name", "statements"]
// ---
MATCH (a:Entity)-[r:REPORTS_TO]->(b:Entity)
WHERE a.id = b.id AND r.modality = 'asserted' AND r.holds_from <= $as_at + '~' AND $as_at <= r.holds_to
WITH a, r ORDER BY r.id
WITH a, collect(r.statements) AS said
RETURN [a.id] AS entities, a.name AS name, reduce(s = [], x IN said | s + x) AS statements
ORDER BY name, entities[0]
