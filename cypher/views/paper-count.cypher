// ---
// title = "How many papers are loaded"
// kind = "view"
// params = {}
// columns = ["papers"]
// ---
MATCH (d:Document)
RETURN count(d) AS papers
ORDER BY papers
