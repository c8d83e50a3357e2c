// The page's own part: draw the network, find a body by name, say in words what is selected.
(() => {
  "use strict";
  const { nodes, edges, options } = JSON.parse(document.getElementById("network").textContent);
  const said = document.getElementById("said");
  const network = new vis.Network(document.getElementById("drawing"), {
    nodes: new vis.DataSet(nodes),
    edges: new vis.DataSet(edges),
  }, options);
  const bodies = new Map(nodes.map((node) => [node.id, node]));

  // Once it has settled nothing moves but what is pulled.
  network.once("stabilizationIterationsDone", () => network.setOptions({ physics: false }));

  function show(id) {
    network.selectNodes([id]);
    network.focus(id, { scale: Math.max(network.getScale(), 0.9) });
    said.textContent = bodies.get(id).title;
  }

  document.getElementById("search").addEventListener("submit", (event) => {
    event.preventDefault();
    const words = document.getElementById("sought").value.trim().toLowerCase();
    const named = nodes.filter((node) => node.label.toLowerCase().includes(words));
    const found = named.find((node) => node.label.toLowerCase() === words) ?? named[0];
    if (words && found) show(found.id);
    else said.textContent = "No body here has a name like that.";
  });
  document.getElementById("whole").addEventListener("click", () => network.fit());
  network.on("selectNode", (event) => { said.textContent = bodies.get(event.nodes[0]).title; });
  network.on("selectEdge", (event) => {
    if (!event.nodes.length) said.textContent = edges.find((edge) => edge.id === event.edges[0]).title;
  });
})();
