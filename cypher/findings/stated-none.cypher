// ---
// title = "Stated: none"
// kind = "finding"
// severity = "high"
// badge = "stated: none"
// why = "The papers themselves say that nobody does this: a gap that is known and stands in writing."
// sentence = "The papers loaded state that {does} {name}."
// remedy = "Decide who does, from when, and to whom they answer; until then record who covers it."
// guidance = ["The Good Governance Standard for Public Services (Independent Commission on Good Governance in Public Services, 2004)", "Delivering Good Governance in Local Government: Framework (CIPFA and SOLACE, 2016)"]
// params = { as_at = "date" }
// columns = ["entities", "name", "key", "does", "statements"]
// ---
MATCH (a:Entity)-[r:MANAGES|ACCOUNTABLE_FOR|RESPONSIBLE_FOR|CHAIRS|OVERSEES|REPORTS_TO|HOLDS_POST]->(b:Entity)
WHERE r.modality = 'negated'
  AND (CASE WHEN type(r) = 'REPORTS_TO' THEN NOT b:Body AND NOT b:Person ELSE NOT a:Body AND NOT a:Person END)
  AND r.holds_from <= $as_at + '~' AND $as_at <= r.holds_to
WITH CASE WHEN type(r) = 'REPORTS_TO' THEN a ELSE b END AS about, type(r) AS what, r ORDER BY r.id
WITH about, what, collect(r.statements) AS said, max(coalesce(r.first_reported, r.holds_from)) AS denied
WHERE what = 'REPORTS_TO'
      OR NOT EXISTS { MATCH (:Entity)-[later:MANAGES|ACCOUNTABLE_FOR|RESPONSIBLE_FOR|CHAIRS|OVERSEES|HOLDS_POST]->(about) WHERE type(later) = what AND later.modality = 'asserted' AND later.holds_from > denied AND later.holds_from <= $as_at + '~' }
RETURN [about.id] AS entities, about.name AS name, what AS key,
       CASE what WHEN 'MANAGES' THEN 'no single person manages' WHEN 'CHAIRS' THEN 'no one chairs' WHEN 'ACCOUNTABLE_FOR' THEN 'no one is accountable for'
                 WHEN 'RESPONSIBLE_FOR' THEN 'no one is responsible for' WHEN 'OVERSEES' THEN 'no one oversees'
                 WHEN 'HOLDS_POST' THEN 'no one holds' ELSE 'no one hears a report from' END AS does,
       reduce(s = [], x IN said | s + x) AS statements
ORDER BY name, entities[0], key
