// ---
// title = "Circular reporting"
// kind = "finding"
// severity = "high"
// badge = "circular"
// why = "When a line returns to where it began, each body answers to one that answers to it, and nobody stands outside the loop."
// sentence = "As the papers loaded state it, the line goes round in a circle: {loop}[. Only proposed: {proposed}]."
// remedy = "Decide which body holds the other to account, and record the other direction as advice or information."
// guidance = ["Delivering Good Governance in Local Government: Framework (CIPFA and SOLACE, 2016)", "The Good Governance Standard for Public Services (Independent Commission on Good Governance in Public Services, 2004)"]
// algorithm = "loops"
// params = { as_at = "date" }
// columns = ["id", "from", "from_name", "to", "to_name", "modality", "cadence", "statements"]
// ---
// The edges of the whole graph, read once; the loops are found in Python, near linear.
MATCH (lower:Entity)-[r:REPORTS_TO]->(upper:Entity)
WHERE lower.id <> upper.id AND r.modality IN ['asserted', 'proposed'] AND r.holds_from <= $as_at + '~' AND $as_at <= r.holds_to
RETURN r.id AS id, lower.id AS from, lower.name AS from_name, upper.id AS to, upper.name AS to_name,
       r.modality AS modality, r.cadence AS cadence, r.statements AS statements
ORDER BY from, to, modality, id
