// Shows what an internal link leads to - the entry, block or section itself, else how the page begins - beside the link:
// while the pointer rests on it or the keyboard is at it, and on touch after a long press. Escape closes it. Nothing depends on it.
const SHOW_AFTER = 300;
const HIDE_AFTER = 250;
const PRESS = 450;
const MOST_TEXT = 2400;
const MOST_PAGES = 20;

const pages = new Map();
const parts = "h1, h2, h3, h4, h5, h6";
let box;
let body;
let link = null;
let timer = 0;
let request = 0;

/** Makes the box, listens from now on, and takes up the event that loaded this file. */
export function start(words, event) {
  box = document.createElement("aside");
  box.className = "preview";
  box.popover = "manual";
  box.setAttribute("aria-label", words.label);
  body = document.createElement("div");
  body.className = "preview-body content";
  body.id = "preview";
  body.tabIndex = 0;
  box.append(body);
  document.body.append(box);

  addEventListener("pointerover", over, { passive: true });
  addEventListener("focusin", focused);
  addEventListener("focusout", ({ relatedTarget }) => { if (link && !box.contains(relatedTarget)) later(hide, HIDE_AFTER); });
  addEventListener("keydown", (key) => { if (key.key === "Escape" && link) { key.preventDefault(); hide(); } });
  addEventListener("pointerdown", pressed);
  addEventListener("scroll", (scroll) => { if (link && !box.contains(scroll.target)) hide(); }, { capture: true, passive: true });
  document.documentElement.addEventListener("pointerleave", ({ pointerType }) => { if (link && pointerType !== "touch") later(hide, HIDE_AFTER); });
  if (event?.type === "pointerover") over(event);
  else if (event?.type === "focusin") focused(event);
  else if (event) pressed(event);
}

function later(action, after) {
  clearTimeout(timer);
  timer = setTimeout(action, after);
}

const linkAt = (event) => {
  const at = event.target.closest?.("a.internal");
  return at && !box.contains(at) && new URL(at.href).origin === location.origin ? at : null;
};

function over(event) {
  if (event.pointerType === "touch") return;
  if (box.contains(event.target)) return clearTimeout(timer);
  const at = linkAt(event);
  if (at && at === link) clearTimeout(timer);
  else if (at) later(() => show(at, event.clientX), SHOW_AFTER);
  else if (link) later(hide, HIDE_AFTER);
  else clearTimeout(timer);
}

function focused(event) {
  const at = linkAt(event);
  if (at?.matches(":focus-visible")) later(() => show(at), SHOW_AFTER);
}

// A long press shows the preview and is no click, nor does it open the browser's own menu.
function pressed(event) {
  if (event.pointerType !== "touch") return;
  if (link && !box.contains(event.target)) hide();
  const at = linkAt(event);
  if (!at) return;
  let shown = false;
  const press = setTimeout(() => { shown = true; show(at); }, PRESS);
  const stop = (other) => { if (shown) other.preventDefault(); };
  const { clientX, clientY } = event;
  const moved = (move) => { if (Math.hypot(move.clientX - clientX, move.clientY - clientY) > 10) end(); };
  const end = () => {
    clearTimeout(press);
    removeEventListener("pointermove", moved);
    removeEventListener("pointerup", end);
    removeEventListener("pointercancel", end);
    setTimeout(() => { at.removeEventListener("click", stop); at.removeEventListener("contextmenu", stop); }, 50);
  };
  at.addEventListener("click", stop);
  at.addEventListener("contextmenu", stop);
  addEventListener("pointermove", moved, { passive: true });
  addEventListener("pointerup", end);
  addEventListener("pointercancel", end);
}

function hide() {
  clearTimeout(timer);
  request++;
  link?.removeAttribute("aria-describedby");
  link = null;
  if (box.matches(":popover-open")) box.hidePopover();
}

async function show(at, x) {
  const mine = ++request;
  const url = new URL(at.href);
  const content = await contentOf(url).catch(() => null);
  if (mine !== request || !at.isConnected) return;
  if (!content) return hide();
  link?.removeAttribute("aria-describedby");
  link = at;
  body.replaceChildren(content);
  body.scrollTop = 0;
  if (!box.matches(":popover-open")) box.showPopover();
  place(at, x);
  at.setAttribute("aria-describedby", body.id);
}

// Under the line of the link that the pointer is on, or above it where there is more room.
function place(at, x) {
  const lines = [...at.getClientRects()];
  const line = lines.find((rect) => x >= rect.left && x <= rect.right) ?? lines[0];
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const below = height - line.bottom;
  box.style.maxHeight = `${Math.max(below, line.top) - 16}px`;
  const own = box.getBoundingClientRect();
  const left = Math.min(Math.max(8, (x ?? line.left) - 40), width - own.width - 8);
  box.style.left = `${Math.max(8, left)}px`;
  box.style.top = `${below >= own.height + 12 || below >= line.top ? line.bottom + 6 : line.top - own.height - 6}px`;
}

async function contentOf(url) {
  const page = await pageAt(url);
  const id = decodeURIComponent(url.hash.slice(1));
  const target = id ? page.getElementById(id) : null;
  const piece = document.createElement("div");
  if (!target || target.matches("main, article, h1")) piece.append(...beginning(page));
  else if (target.matches("li")) piece.append(listOf(target));
  else if (target.matches(parts)) piece.append(...sectionOf(target));
  else piece.append(document.importNode(target, true));
  clean(piece, url);
  shorten(piece);
  return piece.textContent.trim() || piece.querySelector("img, svg, math") ? piece : null;
}

// The page as the server has it; this one, too, as its scripts have changed what stands here.
function pageAt(url) {
  const address = url.href.slice(0, url.href.length - url.hash.length);
  if (!pages.has(address)) {
    if (pages.size >= MOST_PAGES) pages.delete(pages.keys().next().value);
    const page = fetch(address).then(async (response) => {
      if (!response.ok || !response.headers.get("content-type")?.includes("html")) throw new Error(response.statusText);
      return new DOMParser().parseFromString(await response.text(), "text/html");
    });
    page.catch(() => pages.delete(address));
    pages.set(address, page);
  }
  return pages.get(address);
}

function listOf(item) {
  const list = document.createElement(item.parentElement?.matches("ol") ? "ol" : "ul");
  list.append(document.importNode(item, true));
  return list;
}

function sectionOf(heading) {
  const section = [document.importNode(heading, true)];
  let size = 0;
  for (let next = heading.nextElementSibling; next && size < MOST_TEXT; next = next.nextElementSibling) {
    if (next.matches(parts) && next.tagName <= heading.tagName) break;
    size += next.textContent.length;
    section.push(document.importNode(next, true));
  }
  return section;
}

function beginning(page) {
  const title = document.createElement("p");
  title.className = "preview-title";
  title.textContent = page.querySelector("h1")?.textContent.trim() ?? page.title;
  const start = [title];
  const description = page.querySelector("main .description, main .citation, main .summary");
  if (description) start.push(document.importNode(description, true));
  const rest = page.querySelector("article.note > .content") ?? page.querySelector("main .listed ul, main .listing, main .tagged, main .works");
  let size = 0;
  for (const part of rest?.matches(".content") ? rest.children : rest ? [rest] : []) {
    if (size > MOST_TEXT / 2) break;
    size += part.textContent.length;
    start.push(document.importNode(part, true));
  }
  return start;
}

// Nothing in the copy is a target, asks for a tab stop, runs or loads by itself; its addresses stay what they were.
function clean(piece, url) {
  for (const element of piece.querySelectorAll("script, style, link, iframe, object, form, input, button, video, audio, .anchor, .entry-work, .frame")) element.remove();
  for (const element of piece.querySelectorAll("*")) {
    for (const name of ["id", "tabindex", "autofocus", "name", "for", "aria-labelledby", "aria-describedby"]) element.removeAttribute(name);
    for (const name of ["href", "src"]) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, new URL(value, url).href);
    }
    element.removeAttribute("srcset");
    if (element.matches("a, summary")) element.tabIndex = -1;
  }
}

function shorten(piece) {
  const texts = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  let left = MOST_TEXT;
  while (texts.nextNode()) {
    const text = texts.currentNode;
    left -= text.length;
    if (left >= 0) continue;
    text.textContent = text.textContent.slice(0, text.length + left).replace(/\S*$/u, "") + "…";
    for (let node = text; node !== piece; node = node.parentNode) while (node.nextSibling) node.nextSibling.remove();
    return;
  }
}
