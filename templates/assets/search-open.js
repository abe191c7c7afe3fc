// What every page has of the search: the keys that open it, and the marks where a result was opened. The rest is loaded when it is wanted.
// Addresses come from the attributes of the script element in search-open.html, and words too, where a theme has others: data-label="Suche".
"use strict";
{
  const { dataset } = document.currentScript;
  const words = {
    label: "Search", hint: "Words, “a phrase”, kind:paper, author:name, year:2020..2022", results: "Results", one: "1 result", many: "{n} results",
    more: "More than {n} results", none: "Nothing was found.", all: "All results", help: "How to ask", next: "Show more", close: "Close", failed: "The search could not be loaded.", ...dataset,
  };
  const link = document.querySelector("a.search-open");
  const page = document.getElementById("search");
  const loaded = new Map();
  const load = (name) => {
    if (!loaded.has(name)) loaded.set(name, new Promise((resolve, reject) => {
      const isStyle = name === "style";
      const element = document.createElement(isStyle ? "link" : "script");
      if (isStyle) [element.rel, element.href] = ["stylesheet", dataset.root + dataset[name]];
      else [element.async, element.src] = [false, dataset.root + dataset[name]];
      element.onload = resolve;
      element.onerror = () => { loaded.delete(name); element.remove(); reject(new Error(name)); };
      document.head.append(element);
    }));
    return loaded.get(name);
  };
  globalThis.siteSearch = { words, load, page: link.href };
  const view = () => Promise.all(["style", "text", "core", "view"].map(load));

  const open = async () => {
    if (page) return page.querySelector("input")?.focus();
    try {
      await view();
      siteSearch.showDialog();
    } catch {
      location.href = link.href;
    }
  };
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest?.("input, textarea, select, [contenteditable]");
    const isShortcut = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!isSlash && !isShortcut) return;
    event.preventDefault();
    open();
  });

  if (page) view().then(() => siteSearch.showPage(page), () => { page.textContent = words.failed; });
  try {
    const found = JSON.parse(sessionStorage.getItem("search-found"));
    if (found) sessionStorage.removeItem("search-found");
    if (found?.address === location.href) Promise.all(["style", "text", "core", "mark"].map(load)).then(() => siteSearch.mark(found.query));
  } catch { /* The page is there, only without marks. */ }
}
