// ---
// title = "Recommendation without an addressee"
// kind = "finding"
// severity = "medium"
// badge = "no addressee"
// why = "A recommendation that asks nobody in particular has no owner by design."
// sentence = "Recommendation[ {number}] of {issuer} names no particular body or person to act on it: {words}."
// remedy = "Ask the issuing body who should act, and record it with a timescale."
// guidance = ["Overview and Scrutiny: Statutory Guidance for Councils and Combined Authorities (Ministry of Housing, Communities and Local Government, 2019)", "Delivering Good Governance in Local Government: Framework (CIPFA and SOLACE, 2016)"]
// params = { as_at = "date" }
// columns = ["entities", "number", "issuer", "words", "statements"]
// ---
MATCH (by:Entity)-[r:ISSUED]->(x:Recommendation)
WHERE r.modality <> 'negated' AND r.holds_from <= $as_at + '~'
      AND NOT EXISTS { MATCH (x)-[to:ADDRESSED_TO]->(:Entity) WHERE to.modality <> 'negated' }
WITH x, by, r ORDER BY by.name, by.id, r.id
WITH x, collect(DISTINCT by.name) AS issuers, collect(DISTINCT by.id) AS ids, collect(r.statements) AS said
RETURN [x.id] + ids AS entities, coalesce(x.number, '') AS number, issuers AS issuer, coalesce(x.text, x.name) AS words,
       reduce(s = [], y IN said | s + y) AS statements
ORDER BY issuer[0], number, entities[0]
