// Keeps the document around the page right: language, direction, text size, contrast, focus,
// and the few words that Streamlit hard-codes in English. Draws nothing but the connection line.

const BASE_FONT_PX = 20;
const LARGE = 1.6;
let words = {};
let page;
let observer;
let shown;
let focused;

const LABELLED = ["aria-label", "title", "placeholder"];

function translate(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const element of [node, ...node.querySelectorAll("[aria-label],[title],[placeholder]")]) {
    for (const name of LABELLED) {
      const there = element.getAttribute(name);
      const found = words[there];
      // In English they are the same: to set it again would be a change that is watched again.
      if (found !== undefined && found !== there) element.setAttribute(name, found);
    }
  }
  const skip = document.querySelector('[data-testid="stSkipToContent"]');
  for (const child of skip?.childNodes ?? []) {
    const found = child.nodeType === Node.TEXT_NODE && words[child.textContent.trim()];
    if (found && found !== child.textContent) child.textContent = found;
  }
}

// An error is drawn where it happened, which on a long page may lie below the edge.
function receive(node) {
  translate(node);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const error = node.closest('[data-testid="stAlert"]') ?? node.querySelector('[data-testid="stAlert"]');
  error?.scrollIntoView({ block: "center" });
}

function watch() {
  observer?.disconnect();
  observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(receive);
      else if (change.type === "attributes") translate(change.target);
    }
    startAtHeading();
  });
  translate(document.body);
  startAtHeading();
  observer.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: LABELLED,
  });
}

// A new heading is a new screen: it starts at the top, with the focus where reading begins. And
// where the button in focus is gone, as after an answer, the heading takes the focus as well.
function startAtHeading() {
  const title = document.querySelector('[data-testid="stMain"] h1');
  if (!title) return;
  const words = title.textContent.trim();
  const fresh = shown !== undefined && words !== shown;
  const lost = document.activeElement === document.body && focused && !focused.isConnected;
  shown = words;
  if (fresh) {
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
    window.scrollTo(0, 0);
  }
  if (!fresh && !lost) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
}

document.addEventListener("focusin", (event) => { focused = event.target; });

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

// A part of a page that a dying server did not deliver stands there as an error, and the browser
// never asks for it again. The whole page does, as soon as the server is back; not again and again.
const MENDED = "lit-mended";
const MENDED_AGAIN_MS = 30000;
const ASK_MS = 1000;

async function mend() {
  if (Date.now() - Number(sessionStorage.getItem(MENDED)) < MENDED_AGAIN_MS) return;
  sessionStorage.setItem(MENDED, String(Date.now()));
  for (;;) {
    try {
      if ((await fetch(new URL("./healthz", document.baseURI), { cache: "no-store" })).ok) break;
    } catch {
      // not yet
    }
    await new Promise((done) => { setTimeout(done, ASK_MS); });
  }
  location.reload();
}

window.addEventListener("vite:preloadError", mend);

// Asked at each beat, and at once when a tablet wakes from sleep.
const BEAT_MS = 20000;
let pulse;
let wake;
let touched = false;
let kept;

for (const kind of ["pointerdown", "keydown", "wheel", "touchmove"]) {
  document.addEventListener(kind, (event) => { touched ||= event.isTrusted; }, { capture: true, passive: true });
}

// What is being written goes to the server as well, not only once the field is left.
function keepWriting() {
  const field = document.activeElement;
  if (field?.tagName !== "TEXTAREA" || field.closest("form") || field.value === kept) return;
  kept = field.value;
  const keys = { key: "Enter", code: "Enter", keyCode: 13, ctrlKey: true, bubbles: true };
  field.dispatchEvent(new KeyboardEvent("keydown", keys));
}

async function beat() {
  if (!pulse) return;
  keepWriting();
  const asked = touched ? "./pulse?touched=1" : "./pulse";
  touched = false;
  try {
    const answer = await fetch(new URL(asked, document.baseURI), { cache: "no-store" });
    const now = answer.ok ? await answer.text() : pulse;
    if (now !== pulse) wake(now);
  } catch {
    // no server at the moment: the connection line says so, and the next beat asks again
  }
}

setInterval(beat, BEAT_MS);
document.addEventListener("visibilitychange", () => { if (!document.hidden) beat(); });

export default function ({ data, setTriggerValue }) {
  pulse = data.pulse;
  wake = (now) => setTriggerValue("woken", now);
  const root = document.documentElement;
  root.lang = data.lang;
  root.dir = data.dir;
  root.dataset.contrast = data.contrast;
  root.dataset.page = data.page;
  root.toggleAttribute("data-large", data.scale >= LARGE);
  root.style.fontSize = `${BASE_FONT_PX * data.scale}px`;
  if (page !== undefined && page !== data.page) shown = "";
  words = data.words;
  keepLanguage(data.lang);
  connectionLine(data.connecting);
  watch();
  page = data.page;
}
