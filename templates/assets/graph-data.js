// The data of the graph as arrays by node, notes first. templates/README.md tells its shape.
"use strict";

// The files call this: browsers load no data but scripts from the disk.
const graphParts = new Map();
globalThis.graphData = (name, value) => graphParts.set(name, value);
const loadGraphPart = (name, address) => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.addEventListener("load", () => graphParts.has(name) ? resolve(graphParts.get(name)) : reject(new Error(address)));
  script.addEventListener("error", () => reject(new Error(address)));
  script.src = address;
  document.head.append(script);
});

class GraphData {
  constructor(shape) {
    const { notes, x, y, links } = shape;
    this.notes = notes;
    this.count = x.length;
    this.x = Float64Array.from(x);
    this.y = Float64Array.from(y);
    this.folders = shape.folders;
    this.kinds = shape.kinds;
    this.tags = shape.tags;
    this.holder = Int32Array.from({ length: this.count }, (_, i) => i < notes ? i : shape.holder[i - notes]);
    this.folder = Int32Array.from(this.holder, (note) => shape.folder[note]);
    this.kind = Int16Array.from({ length: this.count }, (_, i) => i < notes ? -1 : shape.kind[i - notes]);
    this.tagged = shape.tagged.map((differences) => { let note = 0; return new Set(differences.map((step) => note += step)); });
    this.#readLinks(links);
    this.radius = Float64Array.from({ length: this.count }, (_, i) => i < notes ? 3.2 + 1.1 * Math.sqrt(Math.min(60, this.degree(i))) : 2.4);
    this.byDegree = Array.from({ length: this.count }, (_, i) => i).sort((a, b) => (a >= notes) - (b >= notes) || this.degree(b) - this.degree(a));
    this.titles = null;
  }

  // The links as pairs, and for each node the ends of its own: those that lead away, then those that lead here.
  #readLinks(links) {
    const from = [], to = [];
    this.out = new Int32Array(this.count);
    this.in = new Int32Array(this.count);
    for (let note = 0, at = 0; note < this.notes; note++) {
      for (let left = links[at++], target = 0; left > 0; left--) {
        target += links[at++];
        from.push(note);
        to.push(target);
        this.out[note]++;
        this.in[target]++;
      }
    }
    [this.from, this.to] = [Int32Array.from(from), Int32Array.from(to)];
    this.start = new Int32Array(this.count + 1);
    for (let i = 0; i < this.count; i++) this.start[i + 1] = this.start[i] + this.degree(i);
    this.ends = new Int32Array(this.start[this.count]);
    const next = this.start.slice();
    from.forEach((node, i) => { this.ends[next[node]++] = to[i]; });
    to.forEach((node, i) => { this.ends[next[node]++] = from[i]; });
  }

  degree(node) { return this.out[node] + this.in[node]; }
  isNote(node) { return node < this.notes; }
  kindOf(node) { return this.isNote(node) ? null : this.kinds[this.kind[node]]; }
  neighbours(node) { return new Set(this.ends.subarray(this.start[node], this.start[node + 1])); }

  readNames({ titles, shared, rest }) {
    let page = "";
    this.titles = titles;
    this.addresses = rest.map((text, i) => i < this.notes ? page = page.slice(0, shared[i]) + text : text);
    this.folded = titles.map(foldText);
  }

  title(node) { return this.titles?.[node] ?? ""; }
  nodeOf(page) {
    const note = this.addresses.indexOf(page);
    return note >= 0 && note < this.notes ? note : null;
  }
  href(node, { root, file }) {
    const page = root + this.addresses[this.holder[node]];
    const link = file && /(^|\/)$/.test(page) ? page + file : page || "./";
    return this.isNote(node) ? link : `${link}#${encodeURIComponent(this.addresses[node])}`;
  }

  // The nodes whose title holds all words, the best first.
  find(text, most) {
    const words = foldText(text).split(/\s+/).filter(Boolean);
    if (!this.titles || words.length === 0) return [];
    const found = this.byDegree.filter((node) => words.every((word) => this.folded[node].includes(word)));
    const rank = (node) => this.folded[node].startsWith(words[0]) ? 0 : this.folded[node].includes(` ${words[0]}`) ? 1 : 2;
    return found.map((node) => [rank(node), node]).sort(([a], [b]) => a - b).slice(0, most).map(([, node]) => node);
  }
}

function foldText(text) { return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(); }
