"use strict";

// Loads a page of another site in place when the reader asks for it; until then, nothing is asked of that site.
for (const box of document.querySelectorAll(".frame[data-src]")) {
  const link = box.querySelector("a");
  link?.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.src = box.dataset.src;
    frame.title = link.textContent;
    frame.allow = "fullscreen; picture-in-picture; encrypted-media";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-forms allow-presentation");
    box.replaceChildren(frame);
    frame.focus();
  });
}
