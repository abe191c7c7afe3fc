// Marks what was searched for where a result was opened: in the entry, in the section's own text, or in the note. Escape takes the marks away.
"use strict";
{
  const blocks = "p, li, td, th, dt, dd, pre, blockquote, summary, figcaption, h1, h2, h3, h4, h5, h6";
  const isHeading = (element) => /^H[1-6]$/.test(element.tagName);
  const scopeOf = (target) => {
    if (!target) return [document.querySelector("article.note") ?? document.getElementById("+main")];
    if (!isHeading(target)) return [target];
    const scope = [target];
    for (let next = target.nextElementSibling; next && !isHeading(next); next = next.nextElementSibling) scope.push(next);
    return scope;
  };

  const wrap = (node, wanted) => {
    const text = node.data;
    const made = [];
    for (const [start, end] of siteSearch.marks(text, wanted).reverse()) {
      const mark = document.createElement("mark");
      mark.className = "search-mark";
      node.splitText(end);
      const part = node.splitText(start);
      part.replaceWith(mark);
      mark.append(part);
      made.unshift(mark);
    }

    return made;
  };
  const clear = () => {
    for (const mark of document.querySelectorAll("mark.search-mark")) {
      const { parentNode } = mark;
      mark.replaceWith(...mark.childNodes);
      parentNode.normalize();
    }
  };

  // The block with the most different words of the query, the first of those.
  const bestOf = (marks) => {
    const words = new Map();
    for (const mark of marks) {
      const block = mark.closest(blocks) ?? mark.parentElement;
      words.set(block, (words.get(block) ?? new Set()).add(siteSearch.fold(mark.textContent)));
    }

    let best = null;
    for (const [block, found] of words) if (!best || found.size > words.get(best).size) best = block;
    return marks.find((mark) => (mark.closest(blocks) ?? mark.parentElement) === best);
  };

  siteSearch.mark = (query) => {
    clear();
    const wanted = siteSearch.wanted(query);
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    const nodes = scopeOf(target).flatMap((scope) => {
      const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("script, style, svg, math")) found.push(walker.currentNode);
      return found;
    });
    const best = bestOf(nodes.flatMap((node) => wrap(node, wanted)));
    if (!best) return;
    for (let details = best.closest("details:not([open])"); details; details = details.parentElement.closest("details:not([open])")) details.open = true;
    const { top, bottom } = best.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight * 0.9 || !target) best.scrollIntoView({ block: "center", behavior: "instant" });
  };
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) clear(); });
}
