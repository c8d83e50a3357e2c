// ---
// title = "Plan without an accountable body"
// kind = "finding"
// severity = "high"
// badge = "no owner"
// why = "A plan that nobody owns is a plan whose slippage nobody must explain."
// sentence = "The papers loaded do not state who is accountable for {name}."
// remedy = "Name the body that owns it and the post that answers for its delivery, on its first page."
// guidance = ["Delivering Good Governance in Local Government: Framework (CIPFA and SOLACE, 2016)", "Working Together to Safeguard Children (HM Government, 2013; revised 2018 and 2023)"]
// params = { as_at = "date" }
// columns = ["entities", "name", "statements"]
// ---
MATCH (i:Instrument) WHERE i.kind IN ['plan', 'strategy', 'protocol', 'budget'] AND coalesce(i.place, '') <> 'uk'
MATCH (i)-[r]-(:Entity)
WHERE r.modality IN ['asserted', 'proposed'] AND r.holds_from <= $as_at + '~'
WITH i, r ORDER BY r.id
WITH i, collect(DISTINCT r.statements) AS work
WHERE NOT EXISTS { MATCH (i)<-[o:ACCOUNTABLE_FOR]-(:Entity) WHERE o.modality = 'asserted' AND o.holds_from <= $as_at + '~' AND $as_at <= o.holds_to }
      AND NOT EXISTS { MATCH (i)-[gone:SUCCEEDED_BY]->(:Entity) WHERE gone.modality IN ['asserted', 'historical'] AND coalesce(gone.since, gone.first_reported, '') <= $as_at + '~' }
RETURN [i.id] AS entities, i.name AS name, reduce(s = [], x IN work | s + x) AS statements
ORDER BY name, entities[0]
