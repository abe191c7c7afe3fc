// Shows the whole vault beside the text, in the place of the folder, when the reader asks for it; it stays so on the pages that follow.
// Where it cannot be had its link leads to the page of all pages.
/** Opens it, once `link`, which leads to the page of all pages, was followed or the tree was open on the page before. */
export async function start(link, words, isAsked) {
  const near = link.closest(".nearby");
  const folder = [...near.querySelectorAll("details > :is(.label, ul)")];
  const tree = document.createElement("div");
  tree.className = "tree";
  const list = await listAt(link.href).catch(() => null);
  if (!list) return isAsked && location.assign(link.href);
  tree.append(list);

  const back = document.createElement("button");
  back.type = "button";
  back.textContent = words.folder;
  const place = document.createElement("p");
  place.className = "more";
  place.append(back);
  back.addEventListener("click", () => show(false));
  tree.addEventListener("click", grow);
  link.closest("p").before(tree, place);
  mark(tree);
  show(true);

  function show(whole) {
    for (const part of folder) part.hidden = whole;
    for (const part of [tree, place]) part.hidden = !whole;
    link.closest("p").hidden = whole;
    remember(whole);
    if (whole && isAsked) (tree.querySelector("[aria-current]") ?? back).focus({ preventScroll: true });
    else if (!whole) link.focus({ preventScroll: true });
    reveal(near, tree.querySelector("[aria-current]"));
    isAsked = true;
  }

  // Once it is there, the link opens it again without asking the server.
  link.addEventListener("click", (click) => { click.preventDefault(); click.stopPropagation(); show(true); });
}

function remember(whole) {
  try {
    if (whole) sessionStorage.setItem("tree", "open");
    else sessionStorage.removeItem("tree");
  } catch { /* It is open on this page. */ }
}

// The list on a page of the tree, its addresses being right here, too; with it goes what leads on where it is cut.
async function listAt(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const list = page.querySelector(".tree > ul");
  const next = page.querySelector(".pages [rel=next]");
  if (next) {
    const item = document.createElement("li");
    item.className = "folder";
    item.append(next);
    list.append(item);
  }
  for (const link of list.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address).href;
  for (const details of list.querySelectorAll("details")) details.open = false;
  return document.adoptNode(list);
}

// Folders that are too large for one page of the tree stand on pages of their own: they open in place.
async function grow(click) {
  const link = click.target.closest(".folder > a");
  if (!link || click.defaultPrevented || click.button || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
  click.preventDefault();
  const list = await listAt(link.href).catch(() => null);
  if (!list) return location.assign(link.href);
  const item = link.parentElement;
  if (link.rel === "next") return item.replaceWith(...list.children);
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  details.open = true;
  summary.append(link.textContent, " ", item.querySelector(".count") ?? "");
  details.append(summary, list);
  item.replaceChildren(details);
  summary.focus();
}

// This page, and the folders around it.
function mark(tree) {
  const here = location.pathname;
  const link = [...tree.querySelectorAll("a")].find((a) => a.pathname === here && !a.matches(".folder > a"));
  link?.setAttribute("aria-current", "page");
  for (let details = link?.closest("details"); details; details = details.parentElement.closest("details")) if (tree.contains(details)) details.open = true;
}

function reveal(column, link) {
  if (!link || column.scrollHeight <= column.clientHeight) return;
  column.scrollTop += link.getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 2;
}
