// ---
// title = "Body without a chair"
// kind = "finding"
// severity = "medium"
// badge = "no chair"
// why = "Without a named chair nobody is answerable for whether the body meets, decides and follows up."
// sentence = "The papers loaded do not state who chairs {name}."
// remedy = "State in its terms of reference which post takes the chair, and name the person in its minutes."
// guidance = ["The Good Governance Standard for Public Services (Independent Commission on Good Governance in Public Services, 2004)", "Delivering Good Governance in Local Government: Framework (CIPFA and SOLACE, 2016)"]
// params = { as_at = "date" }
// columns = ["entities", "name", "statements"]
// ---
MATCH (b:Body) WHERE b.kind IN ['board', 'committee', 'commission', 'partnership', 'sub-group', 'operational group', 'group', 'panel', 'forum'] AND coalesce(b.place, '') <> 'uk'
MATCH (b)-[r]-(other:Entity)
WHERE r.modality = 'asserted' AND r.holds_from <= $as_at + '~'
      AND ((endNode(r).id = b.id AND type(r) IN ['MEMBER_OF', 'ATTENDED', 'REPORTS_TO'])
           OR (startNode(r).id = b.id AND type(r) IN ['REPORTS_TO', 'SUPPORTS', 'ACCOUNTABLE_FOR', 'RESPONSIBLE_FOR', 'OVERSEES', 'COMMISSIONED', 'ISSUED']))
WITH b, r, other, CASE WHEN type(r) IN ['MEMBER_OF', 'ATTENDED'] THEN 1 ELSE 0 END AS seat ORDER BY seat, r.id
WITH b, collect(DISTINCT r.statements) AS work, collect(DISTINCT other.id) AS others, min(seat) AS seated
WHERE (seated = 0 OR size(others) > 1)
      AND NOT EXISTS { MATCH (b)<-[c:CHAIRS]-(:Entity) WHERE c.modality = 'asserted' AND c.holds_from <= $as_at + '~' AND $as_at <= c.holds_to AND NOT any(word IN coalesce(c.role, []) WHERE toLower(word) CONTAINS 'vice' OR toLower(word) CONTAINS 'deputy') }
      AND NOT EXISTS { MATCH (b)-[gone:SUCCEEDED_BY]->(:Entity) WHERE gone.modality IN ['asserted', 'historical'] AND coalesce(gone.since, gone.first_reported, '') <= $as_at + '~' }
RETURN [b.id] AS entities, b.name AS name, reduce(s = [], x IN work | s + x) AS statements
ORDER BY name, entities[0]
