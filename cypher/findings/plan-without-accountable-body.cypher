// ---
// title = "Plan without an accountable body"
// kind = "finding"
// severity = "high"
// badge = "no owner"
// why = "A plan that nobody owns is a plan whose slippage nobody must explain."
// sentence = "The papers loaded do not state who is accountable for {name}[, which is only named, in {papers}]."
// remedy = "Name the body that owns it and the post that answers for its delivery, on its first page."
// guidance = ["Delivering Good Governance in Local Government: Framework (CIPFA and SOLACE, 2016)", "Working Together to Safeguard Children (HM Government, 2013; revised 2018 and 2023)"]
// params = { as_at = "date" }
// columns = ["entities", "name", "papers", "severity", "statements"]
// ---
// A plan that papers only name is less severe than one that they say something about.
MATCH (i:Instrument) WHERE i.kind IN ['plan', 'strategy', 'protocol', 'budget'] AND coalesce(i.place, '') <> 'uk'
      AND NOT EXISTS { MATCH (i)<-[o:ACCOUNTABLE_FOR]-(:Entity) WHERE o.modality = 'asserted' AND o.holds_from <= $as_at + '~' AND $as_at <= o.holds_to }
      AND NOT EXISTS { MATCH (i)-[gone:SUCCEEDED_BY]->(:Entity) WHERE gone.modality IN ['asserted', 'historical'] AND coalesce(gone.since, gone.first_reported, '') <= $as_at + '~' }
MATCH (d:Document)-[:MENTIONS]->(i) WHERE coalesce(d.date, '') <= $as_at + '~'
WITH i, d ORDER BY d.date, d.name
WITH i, collect(DISTINCT d.title) AS titles
OPTIONAL MATCH (i)-[r]-(:Entity)
WHERE r.modality IN ['asserted', 'proposed'] AND r.holds_from <= $as_at + '~'
WITH i, titles, r ORDER BY r.id
WITH i, titles, collect(DISTINCT r.statements) AS work
RETURN [i.id] AS entities, i.name AS name, CASE WHEN size(work) = 0 THEN titles ELSE [] END AS papers,
       CASE WHEN size(work) = 0 THEN 'low' ELSE 'high' END AS severity, reduce(s = [], x IN work | s + x) AS statements
ORDER BY name, entities[0]
