// ---
// title = "Two or more lines upward"
// kind = "finding"
// severity = "low"
// badge = "two lines"
// why = "Reporting to several bodies is common in partnerships; unless each line says for what, each body may rely on the other."
// sentence = "The papers loaded state {number} lines upward from {name}: {lines}."
// remedy = "State which line is for accountability and which is for information, or give each its own subject."
// guidance = ["Delivering Good Governance in Local Government: Framework (CIPFA and SOLACE, 2016)", "Working Together to Safeguard Children (HM Government, 2013; revised 2018 and 2023)"]
// params = { as_at = "date" }
// columns = ["entities", "name", "number", "lines", "statements"]
// ---
// A line to a body and to the one right above it is one line ("to the Council via Cabinet"); reports for information are none.
MATCH (a:Entity)-[r:REPORTS_TO]->(up:Entity)
WHERE (a:Body OR a:Instrument OR a:Post) AND a.id <> up.id AND r.modality = 'asserted' AND r.holds_from <= $as_at + '~' AND $as_at <= r.holds_to
      AND NOT any(k IN coalesce(r.kind, []) WHERE k IN ['information', 'assurance'])
      AND NOT EXISTS { MATCH (a)-[s:REPORTS_TO]->(:Entity)-[t:REPORTS_TO|PART_OF]->(up) WHERE s.modality = 'asserted' AND s.holds_from <= $as_at + '~' AND $as_at <= s.holds_to AND t.modality = 'asserted' AND t.holds_from <= $as_at + '~' AND $as_at <= t.holds_to }
WITH a, up, r ORDER BY up.name, up.id, r.id
WITH a, collect(DISTINCT up.id) AS ids, collect(DISTINCT up.name) AS names, collect(r.statements) AS said
WHERE size(ids) > 1
RETURN [a.id] + ids AS entities, a.name AS name, size(ids) AS number,
       names AS lines, reduce(s = [], x IN said | s + x) AS statements
ORDER BY name, entities[0]
