// The page of the graph: filters, search, pointer and keys around the drawing. All words are in map.html.
"use strict";
{
  const section = document.getElementById("map");
  const form = section.querySelector("form");
  const canvas = section.querySelector("canvas");
  const frame = section.querySelector(".map-frame");
  const card = section.querySelector(".map-card");
  const legend = section.querySelector(".legend");
  const status = section.querySelector("[role=status]");
  const found = section.querySelector("[role=listbox]");
  const words = section.dataset, says = status.dataset;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)");
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const make = (tag, members, ...inside) => { const element = Object.assign(document.createElement(tag), members); element.append(...inside); return element; };

  const start = async () => {
    status.textContent = says.loading;
    const names = loadGraphPart("names", words.names);
    const data = new GraphData(await loadGraphPart("shape", words.shape));
    const view = new GraphView(canvas, drawLegend(data), data);
    view.resize();
    new ResizeObserver(() => view.resize()).observe(canvas);
    new MutationObserver(() => view.recolour()).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) matchMedia(query).addEventListener("change", () => view.recolour());
    status.textContent = "";
    offerFilters(data);
    data.readNames(await names);
    const act = actions(data, view);
    followFilters(data, view, act);
    followSearch(data, act);
    followPointer(view, act);
    followKeys(view, act);
    const at = new URLSearchParams(location.search).get("at");
    if (at !== null) act.select(data.nodeOf(at), true);
    view.redraw();
  };

  const drawLegend = (data) => {
    const items = new Map();
    for (const kind of data.kinds) {
      items.set(kind, make("li", { textContent: kind }));
      items.get(kind).dataset.kind = kind;
    }
    legend.append(...items.values());
    return items;
  };

  // What can be done, whatever asks for it.
  const actions = (data, view) => {
    let selected = null;
    const describe = (node) => {
      card.hidden = node === null;
      if (node === null) return;
      const kind = data.kindOf(node) ?? says.note;
      const link = make("a", { href: data.href(node, words), textContent: data.title(node) });
      const place = data.isNote(node) ? data.folders[data.folder[node]] : data.title(data.holder[node]);
      const facts = make("p", { className: "more", textContent: [kind, place, `← ${data.in[node]}`, `→ ${data.out[node]}`].filter(Boolean).join(" · ") });
      card.replaceChildren(make("p", { className: "map-title" }, link), facts);
    };
    const fly = (to) => {
      if (isCalm.matches) { view.place = to; return; }
      const from = view.place, begin = performance.now(), duration = 300;
      const step = (now) => {
        const t = Math.min(1, (now - begin) / duration), eased = t * t * (3 - 2 * t);
        // The middle of the view goes straight; the scale by equal factors.
        const scale = from[0] * (to[0] / from[0]) ** eased;
        const middle = ([s, left, top]) => [(view.width / 2 - left) / s, (view.height / 2 - top) / s];
        const [ax, ay] = middle(from), [bx, by] = middle(to);
        view.place = [scale, view.width / 2 - (ax + (bx - ax) * eased) * scale, view.height / 2 - (ay + (by - ay) * eased) * scale];
        if (t < 1) requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    };
    return {
      get selected() { return selected; },
      hover(node) {
        view.activate(node ?? selected);
        describe(node ?? selected);
      },
      select(node, comes = false) {
        selected = node;
        this.hover(null);
        if (node === null) return;
        status.textContent = fill(says.node, { title: data.title(node), kind: data.kindOf(node) ?? says.note, in: data.in[node], out: data.out[node] });
        if (comes || !view.sees(node, -20)) fly(view.placeAround(node));
      },
      open(node) { location.href = data.href(node, words); },
      whole() { fly(view.whole); },
    };
  };

  const offerFilters = (data) => {
    const options = (name, values, label = (value) => value) => form.elements[name].append(...values.map((value, i) => new Option(label(value), i)).filter((option) => option.text));
    options("kind", data.kinds);
    options("folder", data.folders, (folder) => folder && folder + "/");
    options("tag", data.tags, (tag) => "#" + tag);
  };

  const followFilters = (data, view, act) => {
    const apply = () => {
      const { kind, folder, tag } = Object.fromEntries(["kind", "folder", "tag"].map((name) => [name, form.elements[name].value]));
      const inside = folder && data.folders.map((path) => path === data.folders[folder] || path.startsWith(data.folders[folder] + "/"));
      const passes = (node) => (!folder || inside[data.folder[node]]) && (!tag || data.tagged[tag].has(data.holder[node]));
      const isKind = (node) => !kind || (kind === "note" ? data.isNote(node) : data.kind[node] === Number(kind));
      let count = 0;
      for (let node = 0; node < data.count; node++) count += view.shown[node] = passes(node) && isKind(node) ? 1 : 0;
      // Entries of a kind with the notes that they stand in, which hold them together.
      if (kind && kind !== "note") for (let node = data.notes; node < data.count; node++) if (view.shown[node]) view.shown[data.holder[node]] = 1;
      if (act.selected !== null && !view.shown[act.selected]) act.select(null);
      status.textContent = count < data.count ? fill(says.shown, { n: count, all: data.count }) : "";
      view.repaint();
    };
    form.addEventListener("change", (event) => { if (event.target.tagName === "SELECT") apply(); });
    form.addEventListener("submit", (event) => event.preventDefault());
  };

  // A combobox (WAI-ARIA Authoring Practices, "Editable Combobox With List Autocomplete").
  const followSearch = (data, act) => {
    const input = form.elements.find;
    let chosen = -1;
    const close = () => { found.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); chosen = -1; };
    const choose = (option) => { input.value = option.textContent; close(); act.select(Number(option.dataset.node), true); };
    const mark = (step) => {
      const options = [...found.children];
      if (!options.length) return;
      chosen = (chosen + step + options.length + (chosen < 0 && step < 0 ? 1 : 0)) % options.length;
      options.forEach((option, i) => option.setAttribute("aria-selected", i === chosen));
      input.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    };
    input.addEventListener("input", () => {
      const options = data.find(input.value, 12).map((node, i) => {
        const option = make("li", { id: `m-found-${i}`, role: "option", textContent: data.title(node) });
        option.setAttribute("aria-selected", "false");
        option.dataset.node = node;
        if (!data.isNote(node)) option.dataset.kind = data.kindOf(node);
        return option;
      });
      found.replaceChildren(...options);
      chosen = -1;
      found.hidden = options.length === 0;
      input.setAttribute("aria-expanded", String(options.length > 0));
      if (!input.value) act.select(null);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); mark(event.key === "ArrowDown" ? 1 : -1); }
      else if (event.key === "Enter" && found.firstElementChild && !found.hidden) { event.preventDefault(); choose(found.children[Math.max(0, chosen)]); }
      else if (event.key === "Escape" && !found.hidden) { event.preventDefault(); close(); }
    });
    found.addEventListener("pointerdown", (event) => event.preventDefault());
    found.addEventListener("click", (event) => { const option = event.target.closest("[role=option]"); if (option) choose(option); });
    input.addEventListener("blur", close);
  };

  const followPointer = (view, act) => {
    const pointers = new Map();
    let moved = 0;
    const at = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
    const isTouch = (event) => event.pointerType === "touch";
    canvas.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      if (pointers.size === 0) moved = 0;
      pointers.set(event.pointerId, at(event));
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener("pointermove", (event) => {
      const here = at(event), last = pointers.get(event.pointerId);
      if (!last) {
        const node = view.at(...here);
        canvas.classList.toggle("is-over", node !== null);
        act.hover(node);
        return;
      }
      moved += Math.hypot(here[0] - last[0], here[1] - last[1]);
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other) view.zoom(Math.hypot(here[0] - other[0], here[1] - other[1]) / Math.max(1, Math.hypot(last[0] - other[0], last[1] - other[1])), other);
      else if (moved > 4) view.move(here[0] - last[0], here[1] - last[1]);
      pointers.set(event.pointerId, here);
    });
    canvas.addEventListener("pointerup", (event) => {
      if (!pointers.delete(event.pointerId) || moved > 4 || pointers.size > 0) return;
      const node = view.at(...at(event), isTouch(event) ? 16 : 6);
      // A finger can't hover: the first touch shows what it is, the link in the card or a second touch opens it.
      if (node !== null && (!isTouch(event) || node === act.selected)) act.open(node);
      else act.select(node);
    });
    canvas.addEventListener("pointercancel", (event) => pointers.delete(event.pointerId));
    canvas.addEventListener("pointerleave", () => act.hover(null));
    canvas.addEventListener("wheel", (event) => {
      // From the whole outwards the page scrolls on.
      if (event.deltaY > 0 && !event.ctrlKey && view.isWhole()) return;
      event.preventDefault();
      const lines = event.deltaMode === 1 ? 16 : 1;
      view.zoom(Math.exp(-event.deltaY * lines / (event.ctrlKey ? 100 : 400)), at(event));
    }, { passive: false });
  };

  const followKeys = (view, act) => {
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const keys = {
      "+": () => view.zoom(1.3), "=": () => view.zoom(1.3), "-": () => view.zoom(1 / 1.3), "0": act.whole,
      Escape: () => act.select(null), Enter: () => act.selected !== null && act.open(act.selected),
    };
    frame.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || (event.key === "Enter" && event.target !== canvas)) return;
      const arrow = arrows[event.key], key = keys[event.key];
      if (!arrow && !key) return;
      event.preventDefault();
      if (key) { key(); return; }
      if (event.shiftKey) { view.move(-arrow[0] * 60, -arrow[1] * 60); return; }
      const next = view.towards(act.selected, ...arrow);
      if (next !== null) act.select(next);
    });
    const tools = { nearer: () => view.zoom(1.5), farther: () => view.zoom(1 / 1.5), whole: act.whole, full: () => document.fullscreenElement ? document.exitFullscreen() : frame.requestFullscreen() };
    for (const button of section.querySelectorAll(".map-tools button")) {
      if (button.name === "full" && !document.fullscreenEnabled) button.remove();
      button.addEventListener("click", tools[button.name]);
    }
  };

  start().catch(() => { status.textContent = says.failed; frame.hidden = form.hidden = legend.hidden = true; });
}
