// node search.mjs SITE [QUERIES]   what a reader's browser loads before the first result of a search is shown: QUERIES (100) queries of each form, whose words are drawn
// from the site's own documents, asked of the site's script; the worst of each form is asked in Chromium, too, with an empty cache. Over the wire, in gzip; in Chromium headers included.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, number, visit } from "./browser.mjs";

const [site, count = "100"] = process.argv.slice(2);
const bound = 100_000;
const engine = fileURLToPath(new URL("../../tools/search/query.mjs", import.meta.url));

// A linear congruential generator (Numerical Recipes), so that each run asks the same.
let state = 1;
const below = (limit) => Math.floor((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32 * limit);
const pick = (list) => list[below(list.length)];

const folder = join(site ?? "", "search", "data");
const data = (name) => JSON.parse(readFileSync(join(folder, name), "utf8").replace(/^searchData\("[^"]*",|\)\s*$/g, ""));
const wordsOf = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const sample = () => {
  const chunks = readdirSync(folder).filter((name) => /^\+d\d+\.js$/.test(name)).sort();
  const documents = Array.from({ length: 200 }, () => data(pick(chunks)).filter((row) => row.length > 2)).flat();
  const texts = documents.flatMap((row) => [row[2], row[6]]).map(wordsOf).filter((words) => words.length > 3);
  const counts = new Map();
  for (const word of texts.flat()) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
  return { titles: documents.map((row) => row[2]), authors: documents.map((row) => wordsOf(row[3])[0]).filter(Boolean), texts, common: [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word).slice(0, 30) };
};

// What readers ask, and below that what only chance puts together: phrases of the most frequent words, which may stand together nowhere or once.
const forms = ({ titles, authors, texts, common }) => {
  const run = (length) => { const words = pick(texts); const from = below(Math.max(1, words.length - length)); return words.slice(from, from + length); };
  const word = () => run(1)[0];
  const cut = (words) => { const last = [...words.at(-1)]; return [...words.slice(0, -1), last.slice(0, 1 + below(last.length)).join("")].join(" "); };
  const top = (length) => Array.from({ length }, () => pick(common));
  const filter = () => pick(["kind:paper", "has:code", "kind:note", "kind:section", "has:talk", "year:2020", "year:2000..2022"]);
  return [
    ["a letter", () => word()[0]],
    ["two letters", () => word().slice(0, 2)],
    ["a word", word],
    ["two words, the last begun", () => `${word()} ${cut(run(1))}`],
    ["two common words", () => top(2).join(" ")],
    ["three common words", () => top(3).join(" ")],
    ["a whole title", () => pick(titles)],
    ["a phrase of two", () => `"${run(2).join(" ")}"`],
    ["a phrase of three", () => `"${run(3).join(" ")}"`],
    ["a phrase of ten", () => `"${run(10).join(" ")}"`],
    ["a phrase of two, open", () => `"${cut(run(2))}`],
    ["a phrase of three, open", () => `"${cut(run(3))}`],
    ["a word, not a phrase", () => `${pick(common)} -"${run(2).join(" ")}"`],
    ["a common word, not another", () => `${pick(common)} -${pick(common)}`],
    ["filters", () => `${filter()} ${filter()}`],
    ["filters and a word", () => `${filter()} year:2000..2022 ${pick(common)}`],
    ["a filter and a phrase", () => `${filter()} "${run(2).join(" ")}"`],
    ["an author", () => `author:${pick(authors)}`],
    ["a note", () => `note:${word()} ${pick(common)}`],
    ["by chance: a phrase of two common words", () => `"${top(2).join(" ")}"`, true],
    ["by chance: the same, open", () => `"${cut(top(2))}`, true],
    ["by chance: a phrase of three", () => `"${top(3).join(" ")}"`, true],
    ["by chance: eight common words", () => top(8).join(" "), true],
  ];
};

const answers = (queries) => {
  const temporary = mkdtempSync(join(tmpdir(), "search-"));
  try {
    writeFileSync(join(temporary, "asked.json"), JSON.stringify(queries));
    return JSON.parse(execFileSync("node", [engine, site, join(temporary, "asked.json"), "top"], { maxBuffer: 1 << 28 })).map((answer, i) => ({ query: queries[i], ...answer }));
  } finally {
    rmSync(temporary, { recursive: true });
  }
};

// Notes when the first result is shown.
const watch = () => {
  new MutationObserver((_, observer) => {
    if (!document.querySelector(".search-result")) return;
    globalThis.firstResult = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
};
// What was asked for until then, since `from`.
const loaded = ([from, isCold]) => {
  const files = [...performance.getEntriesByType("resource"), ...(isCold ? performance.getEntriesByType("navigation") : [])].filter(({ startTime }) => startTime >= from && startTime <= globalThis.firstResult);
  return { bytes: files.reduce((sum, { transferSize }) => sum + transferSize, 0), files: files.length, milliseconds: globalThis.firstResult - from };
};

const ask = async (browser, address, query, isCold) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watch);
  try {
    await page.goto(isCold ? `${address}search/?q=${encodeURIComponent(query)}` : address, { waitUntil: isCold ? "commit" : "load" });
    let from = 0;
    if (!isCold) {
      from = await page.evaluate(() => performance.now());
      await page.keyboard.press("/");
      await page.locator(".search-dialog input").fill(query);
    }

    await page.waitForFunction(() => globalThis.firstResult, null, { timeout: 60_000 });
    return await page.evaluate(loaded, [from, isCold]);
  } finally {
    await context.close();
  }
};

await visit(site, async (browser, address) => {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  console.log(`${number(data("+index.js")[1])} documents; the index: ${number(sizes.length)} files, ${number(sizes.reduce((a, b) => a + b) / 1e6)} MB, the largest ${number(Math.max(...sizes))} bytes\n`);
  console.log("| query | asked | found | data before the first result: kB, median | 95 of 100 | most | in Chromium, the worst: kB on a page that is open | files | ms | search/?q= with its page: kB | which |");
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
  let most = 0;
  for (const [name, query, isByChance] of forms(sample())) {
    const found = answers(Array.from({ length: Number(count) }, query)).filter(({ first }) => first !== null).sort((a, b) => a.gzip - b.gzip);
    if (!found.length) continue;
    const worst = found.at(-1);
    const [warm, cold] = [await ask(browser, address, worst.query, false), await ask(browser, address, worst.query, true)];
    if (!isByChance) most = Math.max(most, warm.bytes, cold.bytes);
    const sizes = found.map(({ gzip }) => gzip / 1e3);
    console.log(`| ${name} | ${count} | ${found.length} | ${number(median(sizes))} | ${number(sizes[Math.floor(sizes.length * 0.95)])} | ${number(sizes.at(-1))} | ${number(warm.bytes / 1e3)} | ${warm.files} | ${number(warm.milliseconds)} | ${number(cold.bytes / 1e3)} | \`${worst.query}\` |`);
  }

  console.log(`\nThe most, words put together by chance aside: ${number(most)} bytes, ${most <= bound ? "within" : "ABOVE"} the bound of ${number(bound)}.`);
  process.exitCode = most <= bound ? 0 : 1;
});
