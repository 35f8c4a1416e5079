// A signature field on Pointer Events. Keeps strokes as points in a box of 1000 by 360 units:
// no pressure, no time, no picture. What was drawn survives rotation, reruns and other languages.

const WIDTH = 1000;
const HEIGHT = 360;
const PEN_UNITS = 4.5;
const MOST_STROKES = 64;
const MOST_POINTS = 20000;
const NEAREST_UNITS = 1.5;
const PALM_PX = 70;
const pads = new WeakMap();

function make(tag, className, parent, attributes = {}) {
  const element = document.createElement(tag);
  element.className = className;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  return element;
}

class Pad {
  constructor(component) {
    this.component = component;
    this.strokes = [];
    this.current = null;
    this.pointer = null;
    this.penSeen = false;
    this.epoch = undefined;
    this.dirty = false;
    this.build(component.parentElement);
    this.listen();
  }

  build(host) {
    this.root = make("div", "lit-pad", host, { role: "group" });
    this.sheet = make("div", "lit-pad-sheet", this.root);
    this.canvas = make("canvas", "lit-pad-canvas", this.sheet, { role: "img" });
    this.hint = make("span", "lit-pad-hint", this.sheet, { "aria-hidden": "true" });
    make("span", "lit-pad-line", this.sheet, { "aria-hidden": "true" });
    const bar = make("div", "lit-pad-bar", this.root);
    this.undo = make("button", "lit-pad-button", bar, { type: "button" });
    this.clear = make("button", "lit-pad-button", bar, { type: "button" });
    this.status = make("p", "lit-pad-status", bar, { role: "status" });
  }

  listen() {
    this.stop = new AbortController();
    const here = { signal: this.stop.signal };
    const early = { signal: this.stop.signal, capture: true };
    this.canvas.addEventListener("pointerdown", (event) => this.begin(event), here);
    this.canvas.addEventListener("pointermove", (event) => this.go(event), here);
    for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) {
      this.canvas.addEventListener(name, (event) => this.end(event), here);
    }
    this.canvas.addEventListener("touchstart", (event) => event.preventDefault(),
      { ...here, passive: false });
    this.canvas.addEventListener("contextmenu", (event) => event.preventDefault(), here);
    this.undo.addEventListener("click", () => this.change(this.strokes.slice(0, -1)), here);
    this.clear.addEventListener("click", () => this.change([]), here);
    const outside = (event) => { if (!event.composedPath().includes(this.root)) this.flush(); };
    document.addEventListener("pointerdown", outside, early);
    document.addEventListener("keydown", outside, early);
    document.addEventListener("visibilitychange", () => this.flush(), here);
    window.addEventListener("pagehide", () => this.flush(), here);
    this.resize = new ResizeObserver(() => this.fit());
    this.resize.observe(this.sheet);
  }

  // A resting palm is broad, comes second, or comes while a pen is in use.
  isPalm(event) {
    if (event.pointerType === "pen") this.penSeen = true;
    if (event.pointerType !== "touch") return false;
    return this.penSeen || Math.max(event.width, event.height) > PALM_PX;
  }

  begin(event) {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    if (this.pointer !== null || this.isPalm(event)) return;
    if (this.strokes.length >= MOST_STROKES || this.points() >= MOST_POINTS) return;
    event.preventDefault();
    this.pointer = event.pointerId;
    this.canvas.setPointerCapture(event.pointerId);
    this.current = [this.place(event)];
    this.draw(this.current, 0);
  }

  go(event) {
    if (event.pointerId !== this.pointer) return;
    event.preventDefault();
    const from = this.current.length;
    const steps = event.getCoalescedEvents?.() ?? [];
    for (const step of steps.length ? steps : [event]) this.add(this.place(step));
    if (this.current.length > from) this.draw(this.current, from);
  }

  add(point) {
    const last = this.current[this.current.length - 1];
    const far = Math.hypot(point[0] - last[0], point[1] - last[1]) >= NEAREST_UNITS;
    if (far && this.points() + this.current.length < MOST_POINTS) this.current.push(point);
  }

  end(event) {
    if (event.pointerId !== this.pointer) return;
    this.pointer = null;
    this.keepCurrent();
    this.fit();
    this.show();
    this.flush();
  }

  keepCurrent() {
    if (!this.current) return;
    this.strokes = [...this.strokes, this.current];
    this.current = null;
    this.dirty = true;
  }

  change(strokes) {
    this.strokes = strokes;
    this.dirty = true;
    this.paint();
    this.show();
    this.flush();
  }

  flush() {
    const drawing = this.current ? [...this.strokes, this.current] : this.strokes;
    if (!this.dirty && !this.current) return;
    this.dirty = false;
    this.component.setStateValue("value", { epoch: this.epoch, strokes: drawing });
  }

  points() { return this.strokes.reduce((sum, stroke) => sum + stroke.length, 0); }

  place(event) {
    const box = this.canvas.getBoundingClientRect();
    const inside = (part, most) => Math.round(Math.min(1, Math.max(0, part)) * most * 10) / 10;
    return [
      inside((event.clientX - box.left) / box.width, WIDTH),
      inside((event.clientY - box.top) / box.height, HEIGHT),
    ];
  }

  // Setting a canvas size wipes it, so it waits for the end of a stroke and then draws anew.
  fit() {
    const width = Math.round(this.sheet.clientWidth);
    const ratio = Math.max(1, window.devicePixelRatio || 1);
    if (!width || this.current || (width === this.width && ratio === this.ratio)) return;
    this.width = width;
    this.ratio = ratio;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round((width * HEIGHT / WIDTH) * ratio);
    this.paint();
  }

  paint() {
    this.canvas.getContext("2d").clearRect(0, 0, this.canvas.width, this.canvas.height);
    for (const stroke of this.strokes) this.draw(stroke, 0);
  }

  draw(stroke, from) {
    const pen = this.canvas.getContext("2d");
    const unit = this.canvas.width / WIDTH;
    pen.setTransform(unit, 0, 0, unit, 0, 0);
    pen.lineWidth = PEN_UNITS;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = pen.fillStyle = getComputedStyle(this.canvas).color;
    if (stroke.length === 1) {
      pen.beginPath();
      pen.arc(stroke[0][0], stroke[0][1], PEN_UNITS / 2, 0, 2 * Math.PI);
      pen.fill();
    } else {
      this.curve(pen, stroke, Math.max(1, from - 1));
    }
    pen.setTransform(1, 0, 0, 1, 0, 0);
  }

  // Each point bends a quadratic curve between the middles of its two neighbouring segments.
  curve(pen, stroke, from) {
    const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    pen.beginPath();
    pen.moveTo(...(from === 1 ? stroke[0] : middle(stroke[from - 2], stroke[from - 1])));
    for (let at = from; at < stroke.length; at += 1) {
      pen.quadraticCurveTo(...stroke[at - 1], ...middle(stroke[at - 1], stroke[at]));
    }
    pen.lineTo(...stroke[stroke.length - 1]);
    pen.stroke();
  }

  update(component) {
    this.component = component;
    const { data } = component;
    if (data.epoch !== this.epoch) this.restore(data);
    this.words = data.words;
    this.root.setAttribute("aria-label", data.label);
    this.canvas.setAttribute("aria-label", data.label);
    this.hint.textContent = data.words.hint;
    this.undo.textContent = data.words.undo;
    this.clear.textContent = data.words.clear;
    this.fit();
    this.show();
  }

  restore(data) {
    this.epoch = data.epoch;
    this.strokes = data.strokes ?? [];
    this.current = null;
    this.dirty = false;
    this.paint();
  }

  show() {
    const drawn = this.strokes.length > 0;
    this.root.dataset.drawn = String(drawn);
    this.undo.disabled = this.clear.disabled = !drawn;
    const sentence = drawn ? this.words.drawn : this.words.empty;
    if (this.status.textContent !== sentence) this.status.textContent = sentence;
  }

  destroy() {
    this.stop.abort();
    this.resize.disconnect();
    this.root.remove();
  }
}

export default function (component) {
  const host = component.parentElement;
  if (!pads.has(host)) pads.set(host, new Pad(component));
  pads.get(host).update(component);
  return () => { pads.get(host)?.destroy(); pads.delete(host); };
}
