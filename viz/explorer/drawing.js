// The server's SVG as an element of this page, without anything that could run, load or lead elsewhere.

const SVG = "http://www.w3.org/2000/svg";
const REFUSED = ["script", "style", "foreignObject", "image", "use", "iframe", "animate", "set"];

/** The drawing in `text`, parsed as XML. Throws where it is no SVG. */
export function imported(text) {
  // Its style sheet is for those who open it alone; here chart.css speaks, and the page's policy would refuse it.
  const parsed = new DOMParser().parseFromString(text.replace(/<style[\s\S]*?<\/style>/g, ""), "image/svg+xml");
  const root = parsed.documentElement;
  if (root.namespaceURI !== SVG || root.localName !== "svg" || parsed.querySelector("parsererror")) {
    throw new Error("The chart that the server sent is not a drawing.");
  }
  for (const element of [...root.querySelectorAll("*")]) {
    if (element.namespaceURI !== SVG || REFUSED.includes(element.localName)) element.remove();
    else clean(element);
  }
  clean(root);
  return document.importNode(root, true);
}

function clean(element) {
  for (const { name, value } of [...element.attributes]) {
    const leads = name === "href" || name === "xlink:href";
    if (name.startsWith("on") || name === "style" || (leads && !value.startsWith("#")) || /url\((?!#)/i.test(value)) {
      element.removeAttribute(name);
    }
  }
}
