// ---
// title = "The words that statements rest on: paper, page and place"
// kind = "view"
// params = { ids = "ids" }
// columns = ["statement", "document", "document_id", "title", "date", "page", "start", "end", "quote", "rule", "predicate", "modality", "subject", "object"]
// ---
UNWIND $ids AS wanted
MATCH (s:Statement)-[:FROM]->(d:Document) WHERE s.id = wanted
RETURN s.id AS statement, d.name AS document, d.id AS document_id, d.title AS title,
       coalesce(s.reported_on, d.date) AS date, s.page AS page, s.start AS start, s.end AS end, s.quote AS quote,
       s.rule AS rule, s.predicate AS predicate, s.modality AS modality, s.subject_name AS subject, s.object_name AS object
ORDER BY date, document, start, statement
