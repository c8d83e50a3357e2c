"""Subgraph to picture: structure charts, network pages and diagrams as text. What is drawn comes from queries.views."""
