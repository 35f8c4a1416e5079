// Reads the screen aloud with a voice of the device itself, and marks what it reads. Voices that
// work over the internet are never used: what a patient reads does not leave the clinic.

const READ = [
  "h1",
  '[data-testid="stHtml"] :is(h2, p, li, tbody th, td)',
  ".lit-figure figcaption",
  '[class*="st-key-choices"] button p',
].join(", ");
const LEFT_OUT = ".stepper, .banner, .facts, [data-testid='stExpander'] summary";
const VOICES_MS = 2000; // some devices list their voices only after a while

function passages() {
  const main = document.querySelector('[data-testid="stMain"]');
  return [...main.querySelectorAll(READ)].filter(
    (part) => !part.closest(LEFT_OUT) && part.textContent.trim() && part.offsetParent,
  );
}

async function voiceFor(language) {
  const speech = window.speechSynthesis;
  if (!speech) return undefined;
  if (!speech.getVoices().length) {
    await new Promise((done) => {
      speech.addEventListener("voiceschanged", done, { once: true });
      setTimeout(done, VOICES_MS);
    });
  }
  const spoken = (voice) => voice.lang.toLowerCase().split(/[-_]/)[0];
  return speech.getVoices().find((voice) => voice.localService && spoken(voice) === language);
}

function mark(part) {
  for (const marked of document.querySelectorAll(".lit-reading")) marked.classList.remove("lit-reading");
  if (!part) return;
  part.classList.add("lit-reading");
  part.scrollIntoView({ block: "center", behavior: "smooth" });
}

class Reader {
  constructor(bar) {
    this.bar = bar;
    this.turn = 0; // a reading that was stopped hears nothing of its own end
  }

  async start(from) {
    const turn = this.stop();
    const { lang, words } = this.bar.told;
    const voice = await voiceFor(lang);
    if (turn !== this.turn) return;
    if (!voice) {
      this.bar.say(words.none);
      return;
    }
    this.bar.reading(true);
    const parts = passages();
    const first = from ? parts.findIndex((part) => part === from || part.contains(from)) : 0;
    for (const part of parts.slice(Math.max(first, 0))) {
      if (turn !== this.turn) return;
      mark(part);
      await this.speak(part.textContent.trim(), voice);
    }
    if (turn === this.turn) this.stop();
  }

  speak(text, voice) {
    return new Promise((done) => {
      const spoken = new SpeechSynthesisUtterance(text);
      spoken.voice = voice;
      spoken.lang = voice.lang;
      spoken.rate = 0.9; // for somebody who hears this for the first time
      spoken.onend = done;
      spoken.onerror = done;
      window.speechSynthesis.speak(spoken);
    });
  }

  stop() {
    this.turn += 1;
    window.speechSynthesis?.cancel();
    mark();
    this.bar.reading(false);
    this.bar.say("");
    return this.turn;
  }
}

class Bar {
  constructor(parent) {
    this.element = document.createElement("div");
    this.element.className = "lit-aloud";
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "lit-pad-button";
    this.status = document.createElement("p");
    this.status.setAttribute("role", "status");
    this.element.append(this.button, this.status);
    parent.append(this.element);
    this.reader = new Reader(this);
    this.button.addEventListener("click", () => {
      if (this.element.dataset.reading) this.reader.stop();
      else this.reader.start();
    });
    // While it reads, a tap on a sentence goes on from there.
    this.tapped = ({ target }) => {
      const part = target.closest?.(READ);
      if (this.element.dataset.reading && part && !part.closest("button")) this.reader.start(part);
    };
    document.addEventListener("click", this.tapped);
  }

  tell(data) {
    this.told = data;
    this.reading(Boolean(this.element.dataset.reading));
  }

  reading(now) {
    if (now) this.element.dataset.reading = "true";
    else delete this.element.dataset.reading;
    if (this.told) this.button.textContent = now ? this.told.words.stop : this.told.words.listen;
  }

  say(sentence) {
    this.status.textContent = sentence;
  }

  close() {
    this.reader.stop();
    document.removeEventListener("click", this.tapped);
    this.element.remove();
  }
}

const bars = new WeakMap();

export default function ({ data, parentElement }) {
  if (!bars.has(parentElement)) bars.set(parentElement, new Bar(parentElement));
  bars.get(parentElement).tell(data);
  return () => {
    bars.get(parentElement)?.close();
    bars.delete(parentElement);
  };
}
