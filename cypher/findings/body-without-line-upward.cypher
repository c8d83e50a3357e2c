// ---
// title = "Body with no line upward"
// kind = "finding"
// severity = "medium"
// badge = "no line upward"
// why = "A body that reports to nobody has nowhere to take what it finds, and nobody who must answer for it."
// sentence = "The papers loaded do not state to whom {name} reports[; a line to {proposed} is only proposed]."
// remedy = "Agree in its terms of reference to which body it reports, how often and in what form, and minute the first report."
// guidance = ["Working Together to Safeguard Children (HM Government, 2013; revised 2018 and 2023)", "Delivering Good Governance in Local Government: Framework (CIPFA and SOLACE, 2016)"]
// params = { as_at = "date" }
// columns = ["entities", "name", "proposed", "severity", "statements"]
// ---
// Only bodies that the papers show at work: one member alone is an affiliation. The line of a council's own committee is
// usually in its constitution: less severe. Councils, departments, inspectorates and forces are tops of their own lines.
MATCH (b:Body)
WHERE b.kind IN ['board', 'committee', 'commission', 'partnership', 'sub-group', 'operational group', 'group', 'panel', 'forum', 'team']
      AND coalesce(b.place, '') <> 'uk'
MATCH (b)-[r]-(other:Entity)
WHERE r.modality IN ['asserted', 'negated'] AND r.holds_from <= $as_at + '~'
      AND ((endNode(r).id = b.id AND type(r) IN ['CHAIRS', 'MEMBER_OF', 'ATTENDED', 'REPORTS_TO', 'MANAGES'])
           OR (startNode(r).id = b.id AND type(r) IN ['SUPPORTS', 'ACCOUNTABLE_FOR', 'RESPONSIBLE_FOR', 'OVERSEES', 'COMMISSIONED', 'ISSUED']))
WITH b, r, other, CASE WHEN type(r) IN ['MEMBER_OF', 'ATTENDED'] THEN 1 ELSE 0 END AS seat ORDER BY seat, r.id
WITH b, collect(DISTINCT r.statements) AS work, collect(DISTINCT other.id) AS others, min(seat) AS seated
WHERE (seated = 0 OR size(others) > 1)
      AND NOT EXISTS { MATCH (b)-[up:REPORTS_TO]->(:Entity) WHERE up.modality = 'asserted' AND up.holds_from <= $as_at + '~' AND $as_at <= up.holds_to }
      AND NOT EXISTS { MATCH (b)<-[m:MANAGES]-(:Entity) WHERE m.modality = 'asserted' AND m.holds_from <= $as_at + '~' AND $as_at <= m.holds_to }
      AND NOT EXISTS { MATCH (b)-[p:PART_OF]->(:Entity) WHERE b.kind = 'team' AND p.modality = 'asserted' }
      AND NOT EXISTS { MATCH (b)-[gone:SUCCEEDED_BY]->(:Entity) WHERE gone.modality IN ['asserted', 'historical'] AND coalesce(gone.since, gone.first_reported, '') <= $as_at + '~' }
OPTIONAL MATCH (b)-[maybe:REPORTS_TO]->(above:Entity)
WHERE maybe.modality = 'proposed' AND maybe.holds_from <= $as_at + '~'
WITH b, work, maybe, above ORDER BY above.name, above.id, maybe.id
WITH b, work, collect(DISTINCT above.name) AS names, collect(maybe.statements) AS proposals
RETURN [b.id] AS entities, b.name AS name, names AS proposed,
       CASE WHEN b.kind IN ['committee', 'commission'] THEN 'low' ELSE 'medium' END AS severity,
       reduce(s = [], x IN proposals + work | s + x) AS statements
ORDER BY name, entities[0]
