// The finder of the catalogue: filters over shards of data, which are fetched one after the other as long as they are needed.
// The shape of the data is in templates/README.md; all words are in finder.html.
const section = document.getElementById("finder");
const form = section.querySelector("form");
const list = section.querySelector("ul.works");
const status = section.querySelector("[role=status]");
const more = section.querySelector("button.next");
const row = section.querySelector("template").content.firstElementChild;
const folder = section.dataset.index.replace(/\+index\.json$/, "");
const perPage = 50, mostShardsAtOnce = 24;
const fields = ["q", "kind", "topic", "section", "author", "host", "from", "to", "code", "talk", "sort"];
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const load = async (name) => {
  const answer = await fetch(`${folder}+${name}.json`, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
};
const shards = new Map();
const shard = (i) => {
  if (!shards.has(i)) shards.set(i, load(i).then(read).catch((error) => { shards.delete(i); throw error; }));
  return shards.get(i);
};
const read = ({ strings, works }) => works.map(([title, href, year, flags, host, kinds, authors, places, resources]) => ({
  title, href, year, flags, host: strings[host], kinds: kinds.map((i) => strings[i]), authors: authors.map((i) => strings[i]),
  places: places.flatMap((note, i) => i % 2 ? [] : [[strings[note], strings[places[i + 1]]]]), resources: resources.map((i) => strings[i]),
}));

// What is asked for: from the form, and from and to the address.
const query = () => Object.fromEntries(fields.map((name) => [name, form.elements[name].value.trim()]));
const setValue = (name, value) => {
  const field = form.elements[name];
  if (value && field.tagName === "SELECT" && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
  field.value = value;
};
const fromAddress = () => {
  const parameters = new URLSearchParams(location.search);
  for (const name of fields) setValue(name, parameters.get(name) ?? "");
};
const toAddress = (asked) => {
  const parameters = new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
  history.replaceState(null, "", parameters.size ? `?${parameters}` : location.pathname);
};

// One test a filter, so that a facet can be counted without its own.
const testsOf = (asked) => {
  const tests = {};
  const has = (bit, wanted) => (work) => Boolean(work.flags & bit) === (wanted === "yes");
  const words = fold(asked.q).split(/\s+/).filter(Boolean);
  const author = fold(asked.author);
  if (words.length) tests.q = (work) => { const text = fold(`${work.title} ${work.authors.join(" ")}`); return words.every((word) => text.includes(word)); };
  if (asked.kind) tests.kind = (work) => work.kinds.includes(asked.kind);
  if (asked.topic) tests.topic = (work) => work.places.some(([note]) => isIn(note, asked.topic));
  if (asked.section) tests.section = (work) => work.places.some(([note, name]) => name === asked.section && (!asked.topic || isIn(note, asked.topic)));
  if (author) tests.author = (work) => work.authors.some((name) => fold(name).includes(author));
  if (asked.host) tests.host = (work) => work.host === asked.host;
  if (asked.from) tests.from = (work) => work.year >= Number(asked.from);
  if (asked.to) tests.to = (work) => work.year > 0 && work.year <= Number(asked.to);
  if (asked.code) tests.code = has(1, asked.code);
  if (asked.talk) tests.talk = has(2, asked.talk);
  return tests;
};
const isIn = (note, topic) => topic.endsWith("/") ? note.startsWith(topic) : note === topic;
const matches = (work, tests, but) => Object.entries(tests).every(([name, test]) => name === but || test(work));
const orders = {
  oldest: (a, b) => (a.year || 9999) - (b.year || 9999),
  title: (a, b) => a.title.localeCompare(b.title),
  author: (a, b) => (a.authors[0] ?? "\uffff").localeCompare(b.authors[0] ?? "\uffff"),
};

// The choices of a select with their counts; one that is chosen stays even if nothing has it.
const offer = (name, counts) => {
  const select = form.elements[name];
  const chosen = select.value;
  if (chosen && !counts.some(([value]) => value === chosen)) counts = [...counts, [chosen, 0]];
  select.replaceChildren(select.options[0], ...counts.map(([value, count]) => new Option(`${value} (${count})`, value)));
  select.value = chosen;
};
const countBy = (works, valuesOf) => {
  const counts = new Map();
  for (const work of works) for (const value of new Set(valuesOf(work))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).slice(0, 200).sort(([a], [b]) => a.localeCompare(b));
};
const withFolders = (note) => [...note.matchAll(/\//g)].map((slash) => note.slice(0, slash.index + 1)).concat(note);
const words = { code: [...form.elements.code.options].map((option) => option.text), talk: [...form.elements.talk.options].map((option) => option.text) };
const label = (name, counts) => counts.forEach((count, i) => { form.elements[name].options[i].text = `${words[name][i]} (${count})`; });
const recount = (seen, asked, tests) => {
  const but = (name) => seen.filter((work) => matches(work, tests, name));
  offer("kind", countBy(but("kind"), (work) => work.kinds));
  offer("topic", countBy(but("topic"), (work) => work.places.flatMap(([note]) => withFolders(note))));
  offer("section", asked.topic ? countBy(but("section"), (work) => work.places.filter(([note, name]) => name && isIn(note, asked.topic)).map(([, name]) => name)) : []);
  offer("host", countBy(but("host"), (work) => work.host ? [work.host] : []));
  for (const [name, bit] of [["code", 1], ["talk", 2]]) {
    const all = but(name);
    const having = all.filter((work) => work.flags & bit).length;
    label(name, [all.length, having, all.length - having]);
  }
};

const show = (works) => list.replaceChildren(...works.map((work) => {
  const item = row.cloneNode(true);
  const put = (selector, text) => { const part = item.querySelector(selector); if (text) part.textContent = text; else part.remove(); };
  item.dataset.kind = work.kinds[0];
  put(".kind", work.kinds[0]);
  put(".work-title", work.title);
  item.querySelector(".work-title").href = work.href;
  put(".entry-authors", work.authors.slice(0, 4).join(", ") + (work.authors.length > 4 ? " et al." : ""));
  put(".entry-year", work.year);
  put(".host", work.host);
  for (const kind of work.resources) {
    const has = document.createElement("span");
    [has.className, has.dataset.kind, has.textContent] = ["has", kind, kind];
    item.append(" ", has);
  }
  return item;
}));

let index, wanted = perPage, run = 0;
const mayHold = ([, first, last], asked) => !(asked.from && last < Number(asked.from)) && !(asked.to && first > Number(asked.to));
const find = async () => {
  const mine = ++run;
  const asked = query();
  toAddress(asked);
  const tests = testsOf(asked);
  try {
    index ??= await load("index");
    const needed = [...index.shards.keys()].filter((i) => mayHold(index.shards[i], asked));
    const readsAll = asked.sort !== "" || needed.length <= mostShardsAtOnce;
    let seen = [], found = [], next = 0;
    while (next < needed.length && (readsAll || found.length < wanted)) {
      const part = await Promise.all(needed.slice(next, next += 6).map(shard));
      if (mine !== run) return;
      seen = seen.concat(...part);
      found = found.concat(...part.map((works) => works.filter((work) => matches(work, tests))));
    }
    const isWhole = next >= needed.length;
    if (orders[asked.sort]) found.sort(orders[asked.sort]);
    // A year keeps shards away that other facets are not counted in either.
    if (isWhole) recount(seen, asked, tests);
    show(found.slice(0, wanted));
    more.hidden = isWhole && found.length <= wanted;
    const text = isWhole ? status.dataset.found : status.dataset.some;
    status.textContent = text.replace("{n}", found.length).replace("{seen}", seen.length).replace("{all}", index.works);
  } catch {
    if (mine === run) status.textContent = status.dataset.failed;
  }
};

const restart = () => { wanted = perPage; find(); };
let typing;
form.addEventListener("input", () => { clearTimeout(typing); typing = setTimeout(restart, 150); });
form.addEventListener("submit", (event) => { event.preventDefault(); restart(); });
form.addEventListener("reset", () => setTimeout(restart));
more.addEventListener("click", () => { wanted += perPage; find(); });
addEventListener("popstate", () => { fromAddress(); restart(); });
document.querySelector(".histogram")?.addEventListener("click", (event) => {
  const bar = event.target.closest("a[data-year]");
  if (!bar || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  setValue("from", bar.dataset.before ? "" : bar.dataset.year);
  setValue("to", bar.dataset.year);
  restart();
  section.scrollIntoView();
});

// Nothing is fetched before the reader comes near, unless the address asks for something.
section.hidden = false;
fromAddress();
const start = async () => {
  try {
    index ??= await load("index");
    offer("kind", index.kinds);
    offer("topic", index.topics);
    offer("host", index.hosts);
    form.querySelector("datalist").replaceChildren(...index.authors.map(([name, count]) => new Option(`${name} (${count})`, name)));
    label("code", [index.works, index.code, index.works - index.code]);
    label("talk", [index.works, index.talk, index.works - index.talk]);
  } catch { /* The search says so. */ }
  await find();
};
if (location.search) {
  start().then(() => section.scrollIntoView());
} else {
  const observer = new IntersectionObserver(([entry]) => { if (entry.isIntersecting) { observer.disconnect(); start(); } });
  observer.observe(section);
}
