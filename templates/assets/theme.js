// What a page can do without, and is nicer with. Words come from the attributes of the script element in head.html.
"use strict";
{
  const words = document.currentScript.dataset;
  const root = document.documentElement;

  // A button between light and dark. Choosing what the system says forgets the choice, so that the page follows the system again.
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
  const button = document.createElement("button");
  const isDark = () => (root.dataset.theme ?? (systemIsDark.matches ? "dark" : "light")) === "dark";
  const showScheme = () => button.setAttribute("aria-pressed", isDark());
  button.type = "button";
  button.className = "scheme";
  button.title = words.dark;
  button.setAttribute("aria-label", words.dark);
  button.addEventListener("click", () => {
    const dark = !isDark();
    const choice = dark === systemIsDark.matches ? null : dark ? "dark" : "light";
    if (choice) root.dataset.theme = choice;
    else delete root.dataset.theme;
    try {
      if (choice) localStorage.setItem("color-scheme", choice);
      else localStorage.removeItem("color-scheme");
    } catch { /* The choice holds for this page. */ }
    showScheme();
  });
  systemIsDark.addEventListener("change", showScheme);
  showScheme();
  document.querySelector(".site-header")?.append(button);

  // What stands beside the text is open; the style sheet shows it so without a script, where the browser knows ::details-content.
  const openIn = (selector, query) => {
    const details = document.querySelector(selector + ">details");
    if (!details) return;
    const isWide = matchMedia(query);
    const follow = () => { details.open = isWide.matches; };
    isWide.addEventListener("change", follow);
    follow();
  };
  openIn(".nearby", "(min-width: 68rem)");
  openIn(".toc", "(min-width: 86rem)");

  // Each heading bears a link to itself.
  const headings = [...document.querySelectorAll(".content :is(h2, h3, h4, h5, h6)[id]")];
  for (const heading of headings) {
    const link = document.createElement("a");
    link.className = "anchor";
    link.href = "#" + heading.id;
    link.setAttribute("aria-label", words.section);
    heading.append(link);
  }

  // What scrolls sideways can be reached by keyboard.
  const scrollable = [...document.querySelectorAll(".table, .content pre, .math.display")];
  const markScrollable = () => {
    for (const box of scrollable) {
      const isWide = box.scrollWidth > box.clientWidth;
      box.tabIndex = isWide ? 0 : -1;
      if (isWide) {
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", words.wide);
      } else {
        box.removeAttribute("tabindex");
        box.removeAttribute("role");
        box.removeAttribute("aria-label");
      }
    }
  };
  if (scrollable.length) new ResizeObserver(markScrollable).observe(document.querySelector("main"));

  // Keeps a link visible within a column that scrolls by itself, without moving the page.
  const reveal = (column, link) => {
    if (!column || !link || column.scrollHeight <= column.clientHeight) return;
    const offset = link.getBoundingClientRect().top - column.getBoundingClientRect().top;
    if (offset < 0 || offset > column.clientHeight - 48) column.scrollTop += offset - column.clientHeight / 2;
  };
  const nearby = document.querySelector(".nearby");
  reveal(nearby, nearby?.querySelector("li>[aria-current]"));

  // The table of contents tells which section is being read.
  const toc = document.querySelector(".toc");
  const links = new Map([...toc?.querySelectorAll("a") ?? []].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const sections = headings.filter((heading) => links.has(heading.id));
  let current = null;
  const follow = () => {
    const top = innerHeight / 3;
    const section = sections.findLast((heading) => heading.getBoundingClientRect().top < top);
    const link = links.get(section?.id) ?? null;
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    current = link;
    reveal(toc, link);
  };
  if (sections.length) {
    // All that is above the line counts as seen, so that a leap over a whole section is noticed too.
    const observer = new IntersectionObserver(follow, { rootMargin: "9999999px 0px -66.6% 0px" });
    for (const heading of sections) observer.observe(heading);
  }
}
