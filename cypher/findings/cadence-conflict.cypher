// ---
// title = "Papers differ on how often a body reports"
// kind = "finding"
// severity = "low"
// badge = "cadence"
// why = "When papers give different rhythms, a report that does not come is not missed."
// sentence = "The papers loaded differ on how often {name} reports to {upper}: {cadences}."
// remedy = "Settle how often, and put the dates in the forward plan of the body that receives the report."
// guidance = ["Delivering Good Governance in Local Government: Framework (CIPFA and SOLACE, 2016)"]
// params = { as_at = "date" }
// columns = ["entities", "name", "upper", "cadences", "statements"]
// ---
MATCH (a:Entity)-[r:REPORTS_TO]->(b:Entity)
WHERE r.modality = 'asserted' AND r.holds_from <= $as_at + '~' AND $as_at <= r.holds_to AND r.cadence IS NOT NULL
UNWIND r.cadence AS often
WITH a, b, often, r ORDER BY often, r.id
WITH a, b, collect(DISTINCT often) AS all_often, collect(DISTINCT r.statements) AS said
WHERE size(all_often) > 1
RETURN [a.id, b.id] AS entities, a.name AS name, b.name AS upper,
       all_often AS cadences, reduce(s = [], x IN said | s + x) AS statements
ORDER BY name, upper, entities[0], entities[1]
