// node pagefind.mjs SITE PAGES [QUERIES]   what a reader's browser loads for a search of SITE, and for the same search by Pagefind of PAGES, a site of the same vault with Pagefind's
// index in `pagefind/`: QUERIES (50) queries of each form, whose words are drawn from the site's own titles, each in a new context on a page that is open; until the first result
// is shown, or is known with its title. Over the wire, headers included.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { median, number, visit } from "./browser.mjs";

const [site, pages, count = "50"] = process.argv.slice(2);
const catalogue = JSON.parse(readFileSync(join(site, "catalog.json"), "utf8"));
const titles = catalogue.works.map(({ title }) => title?.split(/[^\p{L}\p{N}]+/u).filter(Boolean) ?? []).filter((words) => words.length > 2);

// Spread evenly over the catalogue, so that each run asks the same.
const spread = (words) => Array.from({ length: Number(count) }, (_, i) => words(titles[Math.floor((i + 0.5) / Number(count) * titles.length)]));
const forms = [
  ["a word", spread((title) => title[1])],
  ["a word begun", spread((title) => title[0].slice(0, 3))],
  ["three words", spread((title) => title.slice(0, 3).join(" "))],
  ["a phrase of three", spread((title) => `"${title.slice(0, 3).join(" ")}"`)],
];

// Runs in the page: what was loaded since `from`.
const loaded = (from) => {
  const files = performance.getEntriesByType("resource").filter(({ startTime }) => startTime >= from);
  return { bytes: files.reduce((sum, { transferSize }) => sum + transferSize, 0), files: files.length };
};

const ours = async (page, query) => {
  const from = await page.evaluate(() => performance.now());
  await page.keyboard.press("/");
  await page.locator(".search-dialog input").fill(query);
  await page.locator(".search-result").first().waitFor({ timeout: 10_000 });
  return page.evaluate(loaded, from);
};

const pagefinds = async (page, query) => {
  const from = await page.evaluate(() => performance.now());
  const isFound = await page.evaluate(async (query) => {
    const { options, search } = await import(new URL("pagefind/pagefind.js", document.baseURI));
    await options({ noWorker: true }); // What a worker loads the page's own list does not show.
    const { results } = await search(query);
    return results.length > 0 && (await results[0].data()).meta.title !== undefined;
  }, query);
  return isFound ? page.evaluate(loaded, from) : null;
};

const measure = async (folder, ask) => {
  const rows = new Map();
  await visit(folder, async (browser, address) => {
    for (const [name, queries] of forms) {
      const found = [];
      for (const query of queries) {
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.goto(address);
        const answer = await ask(page, query).catch(() => null);
        if (answer) found.push(answer);
        await context.close();
      }

      rows.set(name, found);
    }
  });
  return rows;
};

if (!readdirSync(pages).includes("pagefind")) throw new Error(`No index of Pagefind in '${pages}': run 'pagefind --site ${pages}' first.`);
const [here, there] = [await measure(site, ours), await measure(pages, pagefinds)];
console.log("| query | found here | kB, median | most | files, median | most | found by Pagefind | kB, median | most | files, median | most |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const [name] of forms) {
  const cells = [here, there].map((rows) => {
    const found = rows.get(name);
    const [bytes, files] = [found.map((answer) => answer.bytes / 1e3), found.map((answer) => answer.files)];
    return found.length ? `${found.length} of ${count} | ${number(median(bytes))} | ${number(Math.max(...bytes))} | ${median(files)} | ${Math.max(...files)}` : "none | | | |";
  });
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}
