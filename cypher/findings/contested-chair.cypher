// ---
// title = "Contested chair"
// kind = "finding"
// severity = "medium"
// badge = "contested"
// why = "When papers of one time name different chairs, members and partners cannot know who answers for the body."
// sentence = "The papers loaded name different chairs of {name} for the same time: {chairs}."
// remedy = "Confirm who is in the chair and from what date, and correct the paper that is out of date."
// guidance = ["The Good Governance Standard for Public Services (Independent Commission on Good Governance in Public Services, 2004)", "The Seven Principles of Public Life: accountability (Committee on Standards in Public Life, 1995)"]
// params = { as_at = "date" }
// columns = ["entities", "name", "chairs", "statements"]
// ---
// A post that is the seat itself ("Independent Chair") or that the person holds is no rival of that person.
MATCH (who:Entity)-[r:CHAIRS]->(b:Body)
WHERE r.modality = 'asserted' AND r.holds_from <= $as_at + '~' AND $as_at <= r.holds_to AND NOT any(word IN coalesce(r.role, []) WHERE toLower(word) CONTAINS 'vice' OR toLower(word) CONTAINS 'deputy')
      AND NOT any(word IN coalesce(r.role, []) WHERE toLower(word) CONTAINS 'co-chair' OR toLower(word) CONTAINS 'joint')
      AND NOT (who:Post AND toLower(who.name) CONTAINS 'chair')
      AND NOT EXISTS { MATCH (who)<-[:HOLDS_POST]-(same:Person)-[s:CHAIRS]->(b) WHERE s.modality = 'asserted' AND s.holds_from <= $as_at + '~' AND $as_at <= s.holds_to }
WITH b, who, r ORDER BY who.name, who.id, r.id
WITH b, collect(DISTINCT who.id) AS ids, collect(DISTINCT who.name) AS names, collect(r.statements) AS said
WHERE size(ids) > 1
RETURN [b.id] + ids AS entities, b.name AS name,
       names AS chairs, reduce(s = [], x IN said | s + x) AS statements
ORDER BY name, entities[0]
