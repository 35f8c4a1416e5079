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

// A finger is wider than a small part of a drawing: the nearest part counts.
const FINGER_PX = 26;

function away(part, event) {
  const box = part.getBoundingClientRect();
  const across = Math.max(box.left - event.clientX, event.clientX - box.right, 0);
  const down = Math.max(box.top - event.clientY, event.clientY - box.bottom, 0);
  return Math.hypot(across, down);
}

function touchedPart(figure, event) {
  const hit = event.target.closest("[data-part]");
  if (hit) return hit.dataset.part;
  const near = [...figure.querySelectorAll("[data-part]")]
    .map((part) => [away(part, event), part.dataset.part])
    .filter(([distance]) => distance <= FINGER_PX)
    .sort(([one], [other]) => one - other);
  return near.length ? near[0][1] : null;
}

export default function ({ data, parentElement, setTriggerValue }) {
  let figure = parentElement.querySelector("figure");
  if (!figure) {
    figure = document.createElement("figure");
    figure.className = "lit-figure";
    parentElement.append(figure);
  }
  figure.classList.toggle("lit-touch", data.touch);
  figure.onclick = data.touch && ((event) => {
    const part = touchedPart(figure, event);
    if (part) setTriggerValue("part", part);
  });
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
