// node search.mjs SITE [QUERIES]   what a reader's browser loads before the first result of a search is shown, in Chromium with an empty cache: the median
// and the most over QUERIES (20) queries of each form, whose words are drawn from the site's own documents. Over the wire, in gzip, headers included.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { median, number, visit } from "./browser.mjs";

const [site, count = "20"] = process.argv.slice(2);
const bound = 100_000;

// A linear congruential generator (Numerical Recipes), so that each run asks the same.
let state = 1;
const pick = (list) => list[Math.floor((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32 * list.length)];

const folder = join(site ?? "", "search", "data");
const data = (name) => JSON.parse(readFileSync(join(folder, name), "utf8").replace(/^searchData\("[^"]*",|\)\s*$/g, ""));
const titles = () => {
  const chunks = readdirSync(folder).filter((name) => /^\+d\d+\.js$/.test(name)).sort();
  return Array.from({ length: 200 }, () => data(pick(chunks)).filter((row) => row.length > 2).map((row) => [row[2], row[3]])).flat();
};
const wordsOf = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

const forms = () => {
  const known = titles().filter(([title]) => wordsOf(title).length > 3);
  const word = () => pick(wordsOf(pick(known)[0]));
  const inOne = (most) => { const words = wordsOf(pick(known)[0]); return words.slice(words.length - Math.min(most, words.length)).join(" "); };
  const author = () => wordsOf(pick(known.filter(([, authors]) => authors))[1])[0];
  return {
    "a letter": () => word()[0],
    "two letters": () => word().slice(0, 2),
    "a word": word,
    "three words of a title": () => inOne(3),
    "words from anywhere": () => `${word()} ${word()}`,
    "a phrase": () => `"${inOne(2)}"`,
    "filters": () => `kind:paper year:2000..2022 ${word()}`,
    "an author": () => `author:${author()}`,
    "a filter alone": () => pick(["kind:paper", "has:code", "kind:note", "year:2020", "has:code kind:paper", "kind:paper -kind:code"]),
  };
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

    // Words from anywhere may be together nowhere.
    await page.waitForFunction(() => globalThis.firstResult || /\w/.test(document.querySelector("[role=status].search-status")?.textContent ?? ""), null, { timeout: 60_000 });
    return await page.evaluate(() => globalThis.firstResult) ? await page.evaluate(loaded, [from, isCold]) : null;
  } finally {
    await context.close();
  }
};

await visit(site, async (browser, address) => {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  console.log(`${number(data("+index.js")[1])} documents; the index: ${number(sizes.length)} files, ${number(sizes.reduce((a, b) => a + b) / 1e6)} MB, the largest ${number(Math.max(...sizes))} bytes\n`);
  console.log("| query | asked | found | on a page that is open: kB, median | most | files | ms | search/?q= with its page: kB, median | most |");
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  let most = 0;
  for (const [name, query] of Object.entries(forms())) {
    const [warm, cold] = [[], []];
    for (let i = 0; i < Number(count); i++) {
      const text = query();
      const found = await ask(browser, address, text, false);
      if (!found) continue;
      warm.push(found);
      cold.push(await ask(browser, address, text, true));
    }

    const bytes = (answers) => answers.map(({ bytes }) => bytes);
    most = Math.max(most, ...bytes(warm), ...bytes(cold));
    if (warm.length) console.log(`| ${name} | ${count} | ${warm.length} | ${number(median(bytes(warm)) / 1e3)} | ${number(Math.max(...bytes(warm)) / 1e3)} | ${median(warm.map(({ files }) => files))} | ${number(median(warm.map(({ milliseconds }) => milliseconds)))} | ${number(median(bytes(cold)) / 1e3)} | ${number(Math.max(...bytes(cold)) / 1e3)} |`);
  }

  console.log(`\nThe most: ${number(most)} bytes, ${most <= bound ? "within" : "ABOVE"} the bound of ${number(bound)}.`);
  process.exitCode = most <= bound ? 0 : 1;
});
