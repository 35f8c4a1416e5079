// A drawing in the page itself, not as an image: so its words use our fonts, the reader's text
// size and the page's direction. Takes SVG only; whatever could run is left out.

const SVG = "http://www.w3.org/2000/svg";

function harmless(root) {
  for (const element of [root, ...root.querySelectorAll("*")]) {
    if (element.namespaceURI !== SVG || /^(script|foreignobject)$/i.test(element.localName)) {
      element.remove();
      continue;
    }
    for (const { name, value } of [...element.attributes]) {
      const outside = /^(xlink:)?href$/i.test(name) && !value.startsWith("#");
      if (/^on/i.test(name) || outside) element.removeAttribute(name);
    }
  }
  return root;
}

export default function ({ data, parentElement }) {
  let figure = parentElement.querySelector("figure");
  if (!figure) {
    figure = document.createElement("figure");
    figure.className = "lit-figure";
    parentElement.append(figure);
  }
  const wanted = data.svg + data.alt + data.caption;
  if (figure.dataset.drawn === wanted) return;
  figure.dataset.drawn = wanted;
  const parsed = new DOMParser().parseFromString(data.svg, "image/svg+xml").documentElement;
  if (parsed.namespaceURI !== SVG) return;
  const drawing = harmless(document.importNode(parsed, true));
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", data.alt);
  const caption = document.createElement("figcaption");
  caption.textContent = data.caption;
  figure.replaceChildren(drawing, caption);
}
