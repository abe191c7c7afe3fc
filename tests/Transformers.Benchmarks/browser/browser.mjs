// A site served as hosts of static pages do (gzip), and the Chromium that looks at it: Playwright's driver of the browser tests, so there is nothing to install.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };
const driver = new URL("../../Transformers.BrowserTests/bin/Release/net10.0/.playwright/package/", import.meta.url);

const serve = (folder) => new Promise((done) => {
  const server = createServer((request, response) => {
    const path = join(folder, normalize(decodeURIComponent(new URL(request.url, "http://site").pathname)));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }

    const type = types[extname(file)];
    const content = readFileSync(file);
    if (type) response.writeHead(200, { "Content-Type": type, "Content-Encoding": "gzip" }).end(gzipSync(content));
    else response.writeHead(200).end(content);
  });
  server.listen(0, "127.0.0.1", () => done(server));
});

// Lets `visit` look at a site: it gets the browser and the site's address.
export const visit = async (folder, look) => {
  if (!folder || !existsSync(join(folder, "index.html"))) throw new Error(`No site at '${folder}': name the folder that 'transformers build' wrote.`);
  if (!existsSync(driver)) throw new Error("Build the solution first (dotnet build --configuration Release): Playwright's driver comes with the browser tests.");
  const { chromium } = createRequire(driver)("./index.js");
  const server = await serve(resolve(folder));
  const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
  try {
    await look(browser, `http://127.0.0.1:${server.address().port}/`);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
};

export const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
export const median = (numbers) => sorted(numbers)[numbers.length >> 1];
export const number = (value) => value.toLocaleString("en", { maximumFractionDigits: value < 100 ? 1 : 0 });
