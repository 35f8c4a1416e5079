// Keeps the document around the page right: language, direction, text size, contrast, focus,
// and the few words that Streamlit hard-codes in English. Draws nothing but the connection line.

const BASE_FONT_PX = 20;
const LARGE = 1.6;
const FOCUS_TRIES = 60;
const FOCUS_EVERY_MS = 50;
let words = {};
let page;
let observer;
let seeking;

const LABELLED = ["aria-label", "title", "placeholder"];

function translate(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const element of [node, ...node.querySelectorAll("[aria-label],[title],[placeholder]")]) {
    for (const name of LABELLED) {
      const found = words[element.getAttribute(name)];
      if (found !== undefined) element.setAttribute(name, found);
    }
  }
  const skip = document.querySelector('[data-testid="stSkipToContent"]');
  for (const child of skip?.childNodes ?? []) {
    const found = child.nodeType === Node.TEXT_NODE && words[child.textContent.trim()];
    if (found) child.textContent = found;
  }
}

function watch() {
  observer?.disconnect();
  observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(translate);
      else translate(change.target);
    }
  });
  translate(document.body);
  observer.observe(document.body, {
    subtree: true, childList: true, attributes: true, attributeFilter: LABELLED,
  });
}

// Streamlit leaves the focus on a button that is gone; a real page load would start at the top.
function startAtTop(heading) {
  clearInterval(seeking);
  let tries = 0;
  seeking = setInterval(() => {
    const title = document.querySelector('[data-testid="stMain"] h1');
    const arrived = title && (!heading || title.textContent.trim() === heading.trim());
    if (!arrived && ++tries < FOCUS_TRIES) return;
    clearInterval(seeking);
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    window.scrollTo(0, 0);
    if (!title) return;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }, FOCUS_EVERY_MS);
}

function connectionLine(sentence) {
  let line = document.getElementById("lit-connection");
  if (!line) {
    line = document.createElement("div");
    line.id = "lit-connection";
    line.setAttribute("role", "status");
    document.body.append(line);
  }
  if (line.textContent !== sentence) line.textContent = sentence;
}

function keepLanguage(code) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `lang=${encodeURIComponent(code)}; path=/; max-age=43200; samesite=lax${secure}`;
}

// A page out of the browser's back-forward cache shows what was true before.
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

export default function ({ data }) {
  const root = document.documentElement;
  root.lang = data.lang;
  root.dir = data.dir;
  root.dataset.contrast = data.contrast;
  root.dataset.page = data.page;
  root.toggleAttribute("data-large", data.scale >= LARGE);
  root.style.fontSize = `${BASE_FONT_PX * data.scale}px`;
  words = data.words;
  keepLanguage(data.lang);
  connectionLine(data.connecting);
  watch();
  if (page !== undefined && page !== data.page) startAtTop(data.heading);
  page = data.page;
}
