// Draws the graph on a canvas, in the colours that the style sheet gives.
"use strict";

class GraphView {
  // Where drawing all takes longer than this, a picture of it is moved while the reader moves, and drawn anew after.
  static #mostMilliseconds = 6;
  static #pause = 120;
  static #mostNames = 70;
  static #mostBoxes = 600;

  constructor(canvas, legend, data) {
    this.canvas = canvas;
    this.legend = legend;
    this.data = data;
    this.shown = new Uint8Array(data.count).fill(1);
    this.active = null;
    this.around = new Set();
    this.context = canvas.getContext("2d");
    this.picture = document.createElement("canvas");
    this.paint = this.picture.getContext("2d", { alpha: false });
    this.widths = new Map();
    this.cost = 0;
    this.scale = 1;
    this.left = this.top = 0;
    this.bounds = [Math.min(...data.x), Math.min(...data.y), Math.max(...data.x), Math.max(...data.y)];
  }

  // The place of the view: a node at (x, y) is drawn at (x * scale + left, y * scale + top).
  get place() { return [this.scale, this.left, this.top]; }
  set place([scale, left, top]) {
    this.scale = Math.min(Math.max(scale, this.whole[0] / 1.5), Math.max(8, this.whole[0]));
    [this.left, this.top] = [left, top];
    this.redraw();
  }

  get whole() {
    const [x, y, right, bottom] = this.bounds;
    const margin = 28;
    const scale = Math.min(3, (this.width - 2 * margin) / Math.max(1, right - x), (this.height - 2 * margin) / Math.max(1, bottom - y));
    return [scale, (this.width - (x + right) * scale) / 2, (this.height - (y + bottom) * scale) / 2];
  }

  isWhole() { return this.scale <= this.whole[0] * 1.001; }
  zoom(factor, [x, y] = [this.width / 2, this.height / 2]) {
    const before = this.scale;
    const [scale, left, top] = [Math.min(Math.max(before * factor, this.whole[0] / 1.5), Math.max(8, this.whole[0])), this.left, this.top];
    this.place = [scale, x - (x - left) * scale / before, y - (y - top) * scale / before];
  }
  move(x, y) { this.place = [this.scale, this.left + x, this.top + y]; }
  placeAround(node, scale = Math.max(this.scale, 1.2)) {
    return [scale, this.width / 2 - this.data.x[node] * scale, this.height / 2 - this.data.y[node] * scale];
  }

  resize() {
    if (this.canvas.clientWidth * this.canvas.clientHeight === 0) return;
    const isFirst = this.width === undefined;
    const wasWhole = !isFirst && this.isWhole();
    const ratio = Math.min(2, devicePixelRatio || 1);
    [this.width, this.height, this.ratio] = [this.canvas.clientWidth, this.canvas.clientHeight, ratio];
    for (const canvas of [this.canvas, this.picture]) [canvas.width, canvas.height] = [this.width * ratio, this.height * ratio];
    this.picturePlace = null;
    this.covered = [...this.canvas.parentElement.querySelectorAll(".map-tools")].map(({ offsetLeft, offsetTop, offsetWidth, offsetHeight }) => [offsetLeft, offsetTop, offsetLeft + offsetWidth, offsetTop + offsetHeight]);
    if (isFirst || wasWhole) this.place = this.whole;
    this.recolour();
  }

  // All colours are those of elements: the canvas and the legend.
  recolour() {
    const { color, backgroundColor, borderTopColor, outlineColor, fontFamily } = getComputedStyle(this.canvas);
    [this.ink, this.paper, this.line, this.accent, this.font] = [color, backgroundColor, borderTopColor, outlineColor, fontFamily];
    // In forced colours the legend's words have another colour than its dots.
    const ofKinds = (read) => this.data.kinds.map((kind) => read(this.legend.get(kind) ?? this.canvas));
    this.colours = ofKinds((item) => getComputedStyle(item, "::before").backgroundColor);
    this.nameColours = ofKinds((item) => getComputedStyle(item).color);
    this.widths.clear();
    this.picturePlace = null;
    this.redraw();
  }

  redraw() { this.frame ??= requestAnimationFrame(() => { this.frame = null; this.draw(); }); }
  repaint() { this.picturePlace = null; this.redraw(); }

  activate(node) {
    if (node === this.active) return;
    this.active = node;
    this.around = node === null ? new Set() : this.data.neighbours(node);
    this.redraw();
  }

  // Entries that would be a speck are drawn as their note.
  get showsEntries() { return this.scale > .45 || this.data.count < 2500; }
  end(node) { return this.showsEntries ? node : this.data.holder[node]; }
  size(node) { return Math.max(.9, this.data.radius[node] * Math.min(1.25, Math.max(.25, this.scale))); }
  sees(node, margin = 0) {
    const x = this.data.x[node] * this.scale + this.left, y = this.data.y[node] * this.scale + this.top;
    return x > -margin && y > -margin && x < this.width + margin && y < this.height + margin;
  }
  isDrawn(node) { return this.shown[node] === 1 && (this.data.isNote(node) || this.showsEntries); }

  // The node at a point of the canvas, or within reach of it.
  at(x, y, reach = 6) {
    let [best, nearest] = [null, Infinity];
    for (let node = 0; node < this.data.count; node++) {
      if (!this.isDrawn(node)) continue;
      const distance = Math.hypot(this.data.x[node] * this.scale + this.left - x, this.data.y[node] * this.scale + this.top - y) - this.size(node);
      if (distance < reach && distance < nearest) [best, nearest] = [node, distance];
    }
    return best;
  }

  // The nearest node in a direction.
  towards(node, dx, dy) {
    let [best, least] = [null, Infinity];
    const fromX = node === null ? (this.width / 2 - this.left) / this.scale : this.data.x[node];
    const fromY = node === null ? (this.height / 2 - this.top) / this.scale : this.data.y[node];
    for (let other = 0; other < this.data.count; other++) {
      if (other === node || !this.isDrawn(other)) continue;
      const x = this.data.x[other] - fromX, y = this.data.y[other] - fromY;
      const ahead = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
      const effort = node === null ? Math.hypot(x, y) : ahead <= 0 || aside > ahead * 1.5 ? Infinity : ahead + aside * 2;
      if (effort < least) [best, least] = [other, effort];
    }
    return best;
  }

  draw() {
    const now = this.place.join();
    const moved = this.picturePlace !== null && this.picturePlace?.join() !== now;
    clearTimeout(this.timer);
    if (this.picturePlace == null || (moved && this.cost <= GraphView.#mostMilliseconds)) this.#paintPicture();
    else if (moved) this.timer = setTimeout(() => this.repaint(), GraphView.#pause);

    const { context, ratio } = this;
    const [scale, left, top] = this.picturePlace;
    const zoom = this.scale / scale;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = this.paper;
    context.fillRect(0, 0, this.width, this.height);
    context.globalAlpha = this.active === null ? 1 : .3;
    context.drawImage(this.picture, this.left - left * zoom, this.top - top * zoom, this.width * zoom, this.height * zoom);
    context.globalAlpha = 1;
    if (this.active !== null) this.#drawActive(context);
    this.#drawNames(context);
  }

  #paintPicture() {
    const start = performance.now();
    const { paint, ratio } = this;
    paint.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint.fillStyle = this.paper;
    paint.fillRect(0, 0, this.width, this.height);
    this.#drawLinks(paint);
    this.#drawNodes(paint, Array.from(this.data.byDegree).filter((node) => this.isDrawn(node) && this.sees(node, 30)).reverse());
    this.picturePlace = this.place;
    this.cost = performance.now() - start;
  }

  #drawLinks(paint) {
    const { x, y, from, to } = this.data;
    const { scale, left, top, width, height } = this;
    paint.strokeStyle = this.line;
    paint.lineWidth = Math.min(1, .35 + scale / 3);
    let open = 0;
    paint.beginPath();
    const draw = (from, to) => {
      if (!this.shown[from] || !this.shown[to]) return;
      const a = from, b = this.end(to);
      const ax = x[a] * scale + left, ay = y[a] * scale + top, bx = x[b] * scale + left, by = y[b] * scale + top;
      if ((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > width && bx > width) || (ay > height && by > height)) return;
      paint.moveTo(ax, ay);
      paint.lineTo(bx, by);
      if (++open % 256 === 0) {
        paint.stroke();
        paint.beginPath();
      }
    };
    for (let link = 0; link < from.length; link++) draw(from[link], to[link]);
    // An entry hangs on the note that it stands in.
    if (this.showsEntries) for (let entry = this.data.notes; entry < this.data.count; entry++) draw(this.data.holder[entry], entry);
    paint.stroke();
  }

  #drawNodes(paint, nodes) {
    for (const kind of [-1, ...this.data.kinds.keys()].reverse()) {
      paint.fillStyle = kind < 0 ? this.ink : this.colours[kind];
      paint.beginPath();
      for (const node of nodes) {
        if (this.data.kind[node] !== kind) continue;
        const px = this.data.x[node] * this.scale + this.left, py = this.data.y[node] * this.scale + this.top, size = this.size(node);
        if (size < 2) {
          paint.rect(px - size, py - size, 2 * size, 2 * size);
        } else {
          paint.moveTo(px + size, py);
          paint.arc(px, py, size, 0, 2 * Math.PI);
        }
      }
      paint.fill();
    }
  }

  #drawActive(context) {
    const { x, y } = this.data;
    const near = [...this.around].filter((node) => this.shown[node]);
    const centre = this.end(this.active);
    context.strokeStyle = this.accent;
    context.lineWidth = 1.25;
    context.beginPath();
    for (const node of near) {
      context.moveTo(x[centre] * this.scale + this.left, y[centre] * this.scale + this.top);
      context.lineTo(x[this.end(node)] * this.scale + this.left, y[this.end(node)] * this.scale + this.top);
    }
    context.stroke();
    this.#drawNodes(context, [...near.map((node) => this.end(node)), centre]);
    context.lineWidth = 2;
    context.beginPath();
    context.arc(x[centre] * this.scale + this.left, y[centre] * this.scale + this.top, this.size(centre) + 3, 0, 2 * Math.PI);
    context.stroke();
  }

  // The names of the active node and its neighbours, else of the most linked in view; none over another.
  #drawNames(context) {
    if (!this.data.titles) return;
    const boxes = [...this.covered];
    const order = this.active === null ? this.data.byDegree : [this.active, ...[...this.around].sort((a, b) => this.data.degree(b) - this.data.degree(a))];
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.strokeStyle = this.paper;
    let names = 0;
    for (const node of order) {
      if (names >= GraphView.#mostNames || boxes.length > GraphView.#mostBoxes) break;
      if (!this.shown[node] || !this.sees(node) || (this.active === null && !this.isDrawn(node))) continue;
      if (this.#drawName(context, node, boxes)) names++;
      boxes.push(this.#disc(node));
    }
  }

  #disc(node) {
    const at = this.end(node), size = this.size(at) - 1;
    const x = this.data.x[at] * this.scale + this.left, y = this.data.y[at] * this.scale + this.top;
    return [x - size, y - size, x + size, y + size];
  }

  #drawName(context, node, boxes) {
    const isActive = node === this.active;
    // In steps, so that a zoom does not ask for other letters in every frame.
    const size = isActive ? 14 : Math.min(14, Math.round(10.5 + this.size(node) / 4));
    context.font = `${isActive ? 700 : this.data.isNote(node) ? 600 : 400} ${size}px ${this.font}`;
    const text = GraphView.#short(this.data.title(node), isActive ? 80 : 36);
    const key = `${context.font}${text}`;
    if (!this.widths.has(key)) this.widths.set(key, context.measureText(text).width);
    const width = this.widths.get(key);
    const isFree = (box) => !boxes.some(([left, top, right, bottom]) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top);
    for (const [x, y] of this.#placesOfName(node, width, size * 1.25)) {
      const box = [x - width / 2 - 3, y - 1, x + width / 2 + 3, y + size * 1.25];
      if (!isActive && !isFree(box)) continue;
      boxes.push(box);
      context.lineWidth = 4;
      context.strokeText(text, x, y);
      context.fillStyle = this.data.isNote(node) ? this.ink : this.nameColours[this.data.kind[node]];
      context.fillText(text, x, y);
      return true;
    }
    return false;
  }

  // Where a name may stand, the best place first; wholly in view where it fits.
  #placesOfName(node, width, height) {
    const at = this.end(node), radius = this.size(at) + 2;
    const x = this.data.x[at] * this.scale + this.left, y = this.data.y[at] * this.scale + this.top;
    const within = (from, to, value) => from > to ? (from + to) / 2 : Math.min(Math.max(value, from), to);
    const middle = within(width / 2 + 4, this.width - width / 2 - 4, x);
    const below = [middle, y + radius], above = [middle, y - radius - height];
    if (y + radius + height > this.height) return [above];
    if (!this.data.isNote(node)) return [below];
    const aside = radius + width / 2 + 3;
    const beside = [x + aside, x - aside].filter((centre) => centre - width / 2 > 4 && centre + width / 2 < this.width - 4);
    return [below, above, ...beside.map((centre) => [centre, y - height / 2])];
  }

  static #short(text, most) {
    const letters = [...text];
    return letters.length > most ? letters.slice(0, most - 1).join("").trimEnd() + "…" : text;
  }
}
