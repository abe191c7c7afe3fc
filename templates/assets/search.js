// The search that readers see: a dialog on every page, a list on the search's own. Loaded when it is opened; all words are in search-open.html.
"use strict";
{
  const { words, load, page, marks, wanted } = siteSearch;
  const perPage = 20, inDialog = 10, pause = 40, around = 90;
  const element = (name, properties = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
      if (key in made) made[key] = value;
      else made.setAttribute(key, value);
    }

    made.append(...children);
    return made;
  };

  // The data come as scripts that call searchData, as browsers fetch nothing from the disk.
  const waiting = new Map();
  globalThis.searchData = (name, data) => waiting.get(name)?.(data);
  const read = (name, version) => new Promise((resolve, reject) => {
    const script = element("script", { src: `${words.root}search/data/+${name}.js${version && `?v=${version}`}` });
    waiting.set(name, resolve);
    script.onload = () => script.remove();
    script.onerror = () => { script.remove(); reject(new Error(name)); };
    document.head.append(script);
  });
  let engine;
  const index = () => engine ??= siteSearch.open(read).catch((error) => { engine = undefined; throw error; });

  const marked = (text, asked) => {
    const parts = [];
    let at = 0;
    for (const [start, end] of marks(text, asked)) {
      parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
      at = end;
    }

    return [...parts, text.slice(at)];
  };
  // A line that says no more than where its resource is.
  const isAddress = /^(#\S+\s+)*https?:\S+$/;
  const isBlank = (letter) => /\s/.test(letter);
  // The part of a text around the first mark in it, else its beginning.
  const excerpt = (text, asked) => {
    const [first] = marks(text, asked);
    let start = Math.max(0, (first?.[0] ?? 0) - around);
    let end = Math.min(text.length, start + 2.4 * around);
    if (start > 0) while (start < (first?.[0] ?? 0) && !isBlank(text[start - 1])) start++;
    while (end < text.length && end > start + around && !isBlank(text[end])) end--;
    return [start > 0 ? "… " : "", ...marked(text.slice(start, end).replace(/\n/g, " · "), asked), end < text.length ? " …" : ""];
  };
  const shown = (found, asked) => {
    const parts = [element("span", { className: "kind" }, found.kind), element("span", { className: "search-title" }, ...marked(found.title, asked))];
    if (found.authors) parts.push(" ", element("span", { className: "entry-authors" }, ...marked(found.authors, asked)));
    if (found.year) parts.push(" ", element("span", { className: "entry-year" }, ...marked(String(found.year), asked)));
    for (const [kind, has] of [["code", found.hasCode], ["talk", found.hasTalk]]) if (has && found.kind !== kind) parts.push(" ", element("span", { className: "has", "data-kind": kind }, kind));
    const place = [found.kind === "note" ? "" : found.note, found.section].filter(Boolean).join(" › ");
    if (place) parts.push(element("span", { className: "search-place" }, place));
    const text = found.text.slice(found.lead).split("\n").filter((line) => !isAddress.test(line)).join("\n").trim();
    if (text) parts.push(element("span", { className: "search-text" }, ...excerpt(text, asked)));
    return parts;
  };

  const addressOf = (query) => page + (query ? `?${new URLSearchParams({ q: query })}` : "");
  // Where the result is opened, its words are marked; the address stays clean.
  const remember = (href, query) => {
    const address = new URL(href, location.href).href;
    if (address.split("#")[0] === location.href.split("#")[0]) {
      setTimeout(() => load("mark").then(() => siteSearch.mark(query)));
      return;
    }

    try { sessionStorage.setItem("search-found", JSON.stringify({ address, query })); } catch { /* No marks then. */ }
  };

  // Answers one query after the other; an answer that comes too late is not shown.
  const answers = (most, show, say) => {
    let run = 0;
    return async (query) => {
      const mine = ++run;
      const asked = wanted(query);
      if (!query.trim()) {
        show([], query);
        return say("");
      }

      const tell = (found) => { if (mine === run) show(found.map((one) => [one, shown(one, asked)]), query); };
      try {
        const { documents, count, isWhole, isEmpty } = await (await index()).find(query, { most: most(), tell });
        if (mine !== run) return;
        tell(documents);
        say(isEmpty ? "" : !count ? words.none : (!isWhole ? words.more : count === 1 ? words.one : words.many).replace("{n}", count.toLocaleString(document.documentElement.lang)), count > documents.length || !isWhole);
      } catch {
        if (mine === run) say(words.failed);
      }
    };
  };
  const field = (properties) => element("input", { type: "text", className: "search-field", inputMode: "search", enterKeyHint: "search", autocomplete: "off", autocapitalize: "off", spellcheck: false, placeholder: words.hint, "aria-label": words.label, ...properties });
  const whenTyped = (input, ask) => {
    let typing;
    input.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(ask, pause); });
  };

  // The dialog: a combobox over a list of options, each of which is a link.
  let dialog;
  siteSearch.showDialog = () => {
    dialog ??= makeDialog();
    if (dialog.open) return;
    dialog.showModal();
    dialog.querySelector("input").select();
    index().catch(() => { });
  };
  const makeDialog = () => {
    const list = element("div", { id: "search-options", className: "search-results", role: "listbox", "aria-label": words.results });
    const status = element("p", { className: "search-status", role: "status" });
    const all = element("a", { className: "search-all" });
    const input = field({ id: "search-field", role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" });
    const close = element("button", { type: "button", className: "search-close", "aria-label": words.close, title: words.close }, "×");
    const box = element("dialog", { className: "search-dialog", "aria-label": words.label }, element("div", { className: "search-bar" }, input, close), list, element("div", { className: "search-foot" }, status, all));
    let current = null;
    const choose = (option) => {
      current?.setAttribute("aria-selected", "false");
      current = option ?? null;
      current?.setAttribute("aria-selected", "true");
      current?.scrollIntoView({ block: "nearest" });
      if (current) input.setAttribute("aria-activedescendant", current.id);
      else input.removeAttribute("aria-activedescendant");
    };
    const show = (found, query) => {
      const before = current?.getAttribute("href");
      list.replaceChildren(...found.map(([one, parts], i) => element("a", { id: `search-option-${i}`, className: "search-result", role: "option", "aria-selected": "false", tabIndex: -1, href: words.root + one.href, "data-kind": one.kind }, ...parts)));
      list.scrollTop = 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
      all.href = found.length ? addressOf(query) : `${page}#how`;
      all.textContent = found.length ? words.all : words.help;
      choose([...list.children].find((option) => option.getAttribute("href") === before && current?.dataset.moved) ?? list.firstElementChild);
    };
    show([], "");
    const ask = answers(() => inDialog, show, (text) => { status.textContent = text; });
    whenTyped(input, () => ask(input.value));
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    input.addEventListener("keydown", (event) => {
      const options = [...list.children];
      if (event.key in moves && options.length) {
        event.preventDefault();
        choose(options[(options.indexOf(current) + moves[event.key] + options.length) % options.length]);
        current.dataset.moved = "";
      } else if (event.key === "Enter" && current && !event.isComposing) {
        event.preventDefault();
        current.click();
      }
    });
    list.addEventListener("click", (event) => {
      const option = event.target.closest("a");
      if (!option || event.ctrlKey || event.metaKey || event.shiftKey) return;
      remember(option.href, input.value);
      box.close();
    });
    close.addEventListener("click", () => box.close());
    box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
    document.body.append(box);
    return box;
  };

  // The page: the query stands in its address.
  siteSearch.showPage = (place) => {
    let most = perPage;
    const list = element("ol", { className: "search-results" });
    const status = element("p", { className: "search-status summary", role: "status" });
    const more = element("button", { type: "button", hidden: true }, words.next);
    const input = field({ name: "q" });
    const form = element("form", { role: "search" }, input);
    const show = (found) => list.replaceChildren(...found.map(([one, parts]) => element("li", {}, element("a", { className: "search-result", href: words.root + one.href, "data-kind": one.kind }, ...parts))));
    const ask = answers(() => most, show, (text, isMore = false) => {
      status.textContent = text;
      more.hidden = !isMore;
    });
    const fromAddress = () => {
      input.value = new URLSearchParams(location.search).get("q") ?? "";
      ask(input.value);
    };
    const restart = () => {
      most = perPage;
      // From the disk, browsers change no address.
      try { history.replaceState(null, "", addressOf(input.value)); } catch { }
      ask(input.value);
    };
    whenTyped(input, restart);
    form.addEventListener("submit", (event) => { event.preventDefault(); restart(); });
    more.addEventListener("click", () => { most += perPage; ask(input.value); });
    addEventListener("popstate", fromAddress);
    place.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const stops = [input, ...list.querySelectorAll("a")];
      const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
    list.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link) remember(link.href, input.value);
    });
    place.replaceChildren(form, status, list, more);
    if (!matchMedia("(pointer: coarse)").matches) input.focus();
    fromAddress();
  };
}
