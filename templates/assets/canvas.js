// Moves the drawing of a canvas: drag, pinch, Ctrl and wheel, keys, buttons. Without this script it is whole and still.
"use strict";
{
  const KEYS = { "+": z => z.by(1.25), "=": z => z.by(1.25), "-": z => z.by(.8), "0": z => z.fit(),
    ArrowLeft: z => z.move(-.1, 0), ArrowRight: z => z.move(.1, 0), ArrowUp: z => z.move(0, -.1), ArrowDown: z => z.move(0, .1) };

  for (const figure of document.querySelectorAll("figure.canvas")) enhance(figure, figure.querySelector("svg.canvas-drawing"));

  function enhance(figure, svg) {
    const whole = { ...box(svg) };
    const view = {
      ...whole,
      show() { svg.setAttribute("viewBox", `${this.x} ${this.y} ${this.width} ${this.height}`); },
      fit() { Object.assign(this, whole); this.show(); },
      move(x, y) { this.x += x * this.width; this.y += y * this.height; this.show(); },
      by(factor, at = { x: this.x + this.width / 2, y: this.y + this.height / 2 }) {
        const width = Math.min(whole.width * 1.5, Math.max(Math.min(300, whole.width), whole.width / 40, this.width / factor));
        const real = this.width / width;
        this.x = at.x - (at.x - this.x) / real;
        this.y = at.y - (at.y - this.y) / real;
        this.width = width;
        this.height = whole.height * width / whole.width;
        this.show();
      },
    };

    figure.classList.add("is-movable");
    figure.prepend(tools(figure, view));
    follow(figure, svg, view);
    svg.addEventListener("wheel", event => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      view.by(Math.exp(-event.deltaY / 300), point(svg, event));
    }, { passive: false });
    figure.addEventListener("keydown", event => {
      const act = event.ctrlKey || event.metaKey || event.altKey ? null : KEYS[event.key];
      if (!act) return;
      event.preventDefault();
      act(view);
    });
  }

  function follow(figure, svg, view) {
    const pointers = new Map();
    let moved = 0;
    svg.addEventListener("pointerdown", event => {
      if (event.button !== 0) return;
      if (pointers.size === 0) moved = 0;
      pointers.set(event.pointerId, event);
    });
    svg.addEventListener("pointermove", event => {
      const last = pointers.get(event.pointerId);
      if (!last) return;
      const scale = 1 / svg.getScreenCTM().a;
      const x = event.clientX - last.clientX, y = event.clientY - last.clientY;
      moved += Math.abs(x) + Math.abs(y);
      if (moved < 5) return;
      if (!svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
      figure.classList.add("is-moving");
      const other = [...pointers.values()].find(pointer => pointer.pointerId !== event.pointerId);
      if (other) {
        const distance = pointer => Math.hypot(pointer.clientX - other.clientX, pointer.clientY - other.clientY);
        view.by(distance(event) / Math.max(1, distance(last)), point(svg, other));
      }
      view.x -= x * scale / pointers.size;
      view.y -= y * scale / pointers.size;
      view.show();
      pointers.set(event.pointerId, event);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      svg.addEventListener(end, event => {
        pointers.delete(event.pointerId);
        if (pointers.size === 0) figure.classList.remove("is-moving");
      });
    }

    // What ends a drag is no click on the card below; nor is a card dragged as a link.
    svg.addEventListener("click", event => { if (moved >= 5) event.preventDefault(); }, true);
    svg.addEventListener("dragstart", event => event.preventDefault());
  }

  function tools(figure, view) {
    const bar = document.createElement("div");
    bar.className = "canvas-tools";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Drawing");
    bar.append(button("+", "Nearer", () => view.by(1.25)), button("\u2212", "Farther", () => view.by(.8)), button("\u25a1", "The whole", () => view.fit()));
    if (document.fullscreenEnabled) {
      bar.append(button("", "Full screen", () => document.fullscreenElement ? document.exitFullscreen() : figure.requestFullscreen()));
    }
    return bar;
  }

  function button(text, label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.title = label;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  }

  function box(svg) {
    const { x, y, width, height } = svg.viewBox.baseVal;
    return { x, y, width, height };
  }

  function point(svg, event) {
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  }
}
