// Draws diagrams. What can't be drawn stays as its author wrote it.
//
// Mermaid writes style elements and style attributes, which a page's Content-Security-Policy refuses. While it draws, both are
// taken from it and given to the page as a script may: as a constructed style sheet, and property by property. What it has the
// browser parse bears its styles under another name.
"use strict";
{
  const { mermaid: address } = document.currentScript.dataset;
  const diagrams = [...document.querySelectorAll("article pre.mermaid")].map((block, i) => ({ block, source: block.textContent, id: `diagram-${i + 1}` }));
  const dark = matchMedia("(prefers-color-scheme: dark)");

  let mermaid;
  let sheets = [];
  let turn = 0;
  let drawing = Promise.resolve();

  // Browsers load no modules from the disk: there, diagrams stay as text.
  if (location.protocol !== "file:") Promise.all([nearlySeen(diagrams.map(diagram => diagram.block)), readerIsThere()]).then(start);

  async function start() {
    mermaid = (await import(new URL(address, document.baseURI))).default;
    const redraw = () => { drawing = drawing.then(draw); };
    dark.addEventListener("change", redraw);
    new MutationObserver(redraw).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "data-color-scheme", "class"] });
    redraw();
  }

  function nearlySeen(blocks) {
    return new Promise(resolve => {
      const observer = new IntersectionObserver(seen => {
        if (!seen.some(block => block.isIntersecting)) return;
        observer.disconnect();
        resolve();
      }, { rootMargin: "200px" });
      for (const block of blocks) observer.observe(block);
    });
  }

  // Mermaid keeps a slow telephone busy for half a second: not while the page is still coming. Whoever moves, types or touches has it;
  // whoever does nothing of the kind has read a line or two by then.
  function readerIsThere() {
    return new Promise(resolve => {
      for (const sign of ["pointermove", "pointerdown", "keydown", "wheel", "scroll", "focusin"]) addEventListener(sign, resolve, { once: true, passive: true });
      addEventListener("load", () => setTimeout(resolve, 3000));
    });
  }

  async function draw() {
    const style = getComputedStyle(document.body);
    mermaid.initialize({
      startOnLoad: false, securityLevel: "strict", theme: isDark() ? "dark" : "neutral", fontFamily: style.fontFamily,
      // Mermaid's own ground of the words on lines leaves them too little contrast in its dark theme: 4.43 to 1.
      themeVariables: isDark() ? { edgeLabelBackground: "#33373b" } : {},
      maxTextSize: 50000, maxEdges: 500, suppressErrorRendering: true,
    });
    turn++;
    const before = sheets;
    sheets = [];
    for (const diagram of diagrams) {
      const room = document.createElement("div");
      room.className = "diagram-room";
      document.body.append(room);
      try {
        const { svg } = await withoutInlineStyles(() => mermaid.render(`${diagram.id}-${turn}`, diagram.source, room));
        keepFocusInSight(() => show(diagram, toElement(svg, diagram.source)));
      } catch (problem) {
        diagram.block.textContent = diagram.source;
        diagram.block.title = problem.message;
      }
      room.remove();
    }
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => !before.includes(sheet));
  }

  // Nothing moves below a diagram that is in sight: it takes the room of its text, made smaller by a third at most.
  function show({ block }, drawing) {
    const { bottom, height } = block.getBoundingClientRect();
    block.replaceChildren(drawing);
    block.classList.add("drawn");
    if (bottom <= 0 || bottom >= innerHeight) return;
    block.style.minHeight = `${height}px`;
    if (block.offsetHeight <= height * 1.5) drawing.style.maxHeight = `${height}px`;
  }

  // A diagram takes another height than its text, and may move what is below it.
  function keepFocusInSight(change) {
    const focused = document.activeElement;
    const wasInSight = isInSight(focused);
    change();
    if (focused !== document.body && wasInSight && !isInSight(focused)) focused.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  function isInSight(element) {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }

  function isDark() {
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    return scheme === "dark" || (scheme !== "light" && dark.matches);
  }

  async function withoutInlineStyles(action) {
    const { setAttribute } = Element.prototype;
    const { appendChild, insertBefore } = Node.prototype;
    const { parseFromString } = DOMParser.prototype;
    const adopt = node => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(node.textContent);
      sheets.push(sheet);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      return node;
    };
    const isStyle = node => node?.localName === "style";
    Element.prototype.setAttribute = function (name, value) {
      if (name === "style" && this.style) this.style.cssText = value;
      else setAttribute.call(this, name, value);
    };
    Node.prototype.appendChild = function (node) { return isStyle(node) ? adopt(node) : appendChild.call(this, node); };
    Node.prototype.insertBefore = function (node, child) { return isStyle(node) ? adopt(node) : insertBefore.call(this, node, child); };
    DOMParser.prototype.parseFromString = function (text, type) { return parseFromString.call(this, withStylesRenamed(text), type); };
    try {
      return await action();
    } finally {
      Element.prototype.setAttribute = setAttribute;
      Object.assign(Node.prototype, { appendChild, insertBefore });
      DOMParser.prototype.parseFromString = parseFromString;
    }
  }

  function withStylesRenamed(markup) {
    return String(markup).replace(/(<[^>]*?) style=/g, "$1 data-style=");
  }

  function toElement(svg, source) {
    const root = document.importNode(new DOMParser().parseFromString(withStylesRenamed(svg), "text/html").querySelector("svg"), true);
    for (const element of root.querySelectorAll("style, script")) element.remove();
    for (const element of [root, ...root.querySelectorAll("[data-style]")]) {
      if (element.dataset.style) element.style.cssText = element.dataset.style;
      delete element.dataset.style;
    }
    if (!root.hasAttribute("aria-labelledby")) {
      root.setAttribute("role", "img");
      root.setAttribute("aria-label", source.trim());
    }
    return root;
  }
}
