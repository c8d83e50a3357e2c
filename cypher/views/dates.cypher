// ---
// title = "The dates on which the papers report something, or from which they say that it holds"
// kind = "view"
// params = {}
// columns = ["date"]
// ---
MATCH (s:Statement)-[:FROM]->(d:Document)
WITH coalesce(s.reported_on, d.date) AS date
WHERE date IS NOT NULL
RETURN DISTINCT date AS date
ORDER BY date
