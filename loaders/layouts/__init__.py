"""What the layout of a paper says without a verb: lists of who was present, tables of members, recommendations.

One module a layout, with one function `read(paper: Paper) -> None` that looks at `paper.blocks` and calls
`paper.state`. To write one:

1. Find the place by structure: `paper.blocks[i]` has `kind` (heading, paragraph, item, row, field), `number`, `cells`;
   `paper.heading_of(i)`, `paper.section_of(i)`, `paper.part_at(offset)` (kind, title, date) say where it stands;
   `paper.owner_at(offset)` is the body whose minutes or report it is.
2. Ask who a stretch is: `person_at`, `people_in` (surname lists), `post_at`, `body_at`, `organisation_at` (columns of
   organisations), `party_at` (any of these); `mentions_in(start, end, "Body")` for names inside running text. All give
   `Named` handles or None. A person is named only where the layout gives a public role.
3. State it: `paper.state(subject, "MEMBER_OF", body, start, end, "layout:membership-table", status="Member")`. The span
   is the shortest stretch that says it (for a member the name or the row), the modality "asserted" unless the words
   say otherwise. A predicate or qualifier that `graph.vocabulary` lacks raises VocabularyError. None as an end states
   nothing, so unsure costs no `if`.
4. Recommendations and resolutions: `paper.asking("Recommendation", start, end, number=…, issuer=…, timescale=…)`, then
   ISSUED, ADDRESSED_TO, CONCERNS.
5. Add the module to LAYOUTS, one fixture in tests/golden, one test. Rules fit shapes, never one paper's sentence.
"""

from __future__ import annotations

from types import ModuleType

from loaders.layouts import (
    action_lines,
    attendance,
    attendance_table,
    committee_list,
    keyed_list,
    member_line,
    membership_list,
    membership_matrix,
    membership_table,
    recommendations,
    report_header,
    resolutions,
    responsibility_table,
    role_list,
    roll_call,
    structure,
    terms_of_reference,
)

LAYOUTS: tuple[ModuleType, ...] = (
    membership_list,
    membership_table,
    membership_matrix,
    member_line,
    attendance,
    attendance_table,
    roll_call,
    committee_list,
    role_list,
    report_header,
    terms_of_reference,
    recommendations,
    resolutions,
    responsibility_table,
    action_lines,
    structure,
    keyed_list,
)
"""Every layout, in the order in which they read a paper."""
