// node graph.mjs SITE [SECONDS]   the page of the graph in Chromium: when it is drawn first, and what a frame takes while a reader moves and zooms the drawing and points at its nodes.
// A frame's time is what the script and the canvas take of it, without a graphics card; 'between' is the time from one frame to the next as the reader sees it.
import { median, number, sorted, visit } from "./browser.mjs";

const [site, seconds = "5"] = process.argv.slice(2);

const watch = () => addEventListener("DOMContentLoaded", () => {
  if (typeof GraphView === "undefined") return;
  const { draw } = GraphView.prototype;
  globalThis.draws = [];
  GraphView.prototype.draw = function () {
    globalThis.graphView = this;
    const start = performance.now();
    draw.call(this);
    globalThis.draws.push(performance.now() - start + (globalThis.pointing ?? 0));
    globalThis.drawn ??= performance.now();
  };
});

const play = ([milliseconds, what]) => new Promise((done) => {
  draws.length = 0;
  globalThis.pointing = 0;
  const { canvas, data } = graphView, box = canvas.getBoundingClientRect();
  const between = [];
  const start = performance.now();
  let last = start;
  const step = (now) => {
    between.push(now - last);
    last = now;
    const phase = (now - start) / 500;
    if (what === "zoom") graphView.zoom(Math.exp(Math.cos(phase) / 20));
    else if (what === "move") graphView.move(Math.cos(phase) * 12, Math.sin(phase) * 12);
    else {
      // The mouse on one of the most linked notes after the other: what it takes to find which one it is counts, too.
      const node = data.byDegree[between.length % 200], begin = performance.now();
      const [x, y] = [data.x[node] * graphView.scale + graphView.left, data.y[node] * graphView.scale + graphView.top];
      canvas.dispatchEvent(new PointerEvent("pointermove", { clientX: box.left + x, clientY: box.top + y, bubbles: true }));
      globalThis.pointing = performance.now() - begin;
    }
    if (now - start < milliseconds) requestAnimationFrame(step);
    else done({ draws: [...draws], between: between.slice(1) });
  };
  requestAnimationFrame(step);
});

await visit(site, async (browser, address) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watch);
  await page.goto(`${address}graph/`);
  await page.waitForFunction(() => globalThis.drawn && graphView.data.titles && graphView.frame === null, null, { timeout: 60_000 });
  const { nodes, links, drawn } = await page.evaluate(() => ({ nodes: graphView.data.count, links: graphView.data.from.length, drawn }));
  const bytes = await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/graph/")).reduce((sum, { transferSize }) => sum + transferSize, 0));
  console.log(`${number(nodes)} nodes, ${number(links)} links; ${number(bytes / 1e3)} kB of data in gzip; first drawn after ${number(drawn)} ms\n`);
  console.log("| | frames | a frame's script and drawing: ms, median | 95 of 100 | most | between frames: ms, median | 95 of 100 |");
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
  const high = (times) => sorted(times)[Math.floor(times.length * 0.95)];
  for (const [name, scale, what] of [["moving, the whole in view", 1, "move"], ["zooming in and out", 1, "zoom"], ["moving, near", 6, "move"], ["pointing, the whole in view", 1, "point"]]) {
    await page.evaluate((factor) => { graphView.place = graphView.whole; graphView.zoom(factor); }, scale);
    const { draws, between } = await page.evaluate(play, [Number(seconds) * 1000, what]);
    console.log(`| ${name} | ${draws.length} | ${number(median(draws))} | ${number(high(draws))} | ${number(Math.max(...draws))} | ${number(median(between))} | ${number(high(between))} |`);
  }
});
