// ---
// title = "Line to a body that has ended"
// kind = "finding"
// severity = "medium"
// badge = "ended"
// why = "A line to a body that no longer meets is a line to nobody until someone says where it goes now."
// sentence = "The papers loaded state that {name} reports to {ended}, and that {ended} was succeeded by {successor}; they do not state where {name} reports since."
// remedy = "Confirm whether the line passed to the successor, and say so in its terms of reference."
// guidance = ["Delivering Good Governance in Local Government: Framework (CIPFA and SOLACE, 2016)"]
// params = { as_at = "date" }
// columns = ["entities", "name", "ended", "successor", "statements"]
// ---
MATCH (a:Entity)-[r:REPORTS_TO]->(b:Entity)-[s:SUCCEEDED_BY]->(next:Entity)
WHERE a.id <> next.id AND r.modality = 'asserted' AND r.holds_from <= $as_at + '~' AND $as_at <= r.holds_to AND s.modality IN ['asserted', 'historical']
      AND coalesce(s.since, s.first_reported, '') <= $as_at + '~'
      AND NOT EXISTS { MATCH (a)-[u:REPORTS_TO]->(next) WHERE u.modality = 'asserted' AND u.holds_from <= $as_at + '~' AND $as_at <= u.holds_to }
      AND NOT EXISTS { MATCH (a)-[gone:SUCCEEDED_BY]->(:Entity) WHERE gone.modality IN ['asserted', 'historical'] AND coalesce(gone.since, gone.first_reported, '') <= $as_at + '~' }
WITH a, b, next, r, s ORDER BY next.name, next.id, r.id, s.id
WITH a, b, collect(DISTINCT next.id) AS ids, collect(DISTINCT next.name) AS names, collect(r.statements) + collect(s.statements) AS said
RETURN [a.id, b.id] + ids AS entities, a.name AS name, b.name AS ended,
       names AS successor, reduce(s = [], x IN said | s + x) AS statements
ORDER BY name, ended, entities[0], entities[1]
