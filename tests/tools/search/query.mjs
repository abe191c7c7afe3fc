// node query.mjs SITE FILE      answers the queries of a JSON array of texts by the site's own script; a JSON array of answers:
//   addresses: all documents found; first: the best of them; count, isWhole: what the script says; bytes, gzip: how many bytes of data it read before the first result
// node query.mjs SITE FILE fold|terms   the texts folded, or cut into terms
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import { gzipSync } from "node:zlib";

const [site, file, command] = process.argv.slice(2);
const texts = JSON.parse(readFileSync(file, "utf8"));
const assets = readdirSync(join(site, "assets"));
for (const name of ["search-text", "search-core"]) {
  runInThisContext(readFileSync(join(site, "assets", assets.find((asset) => asset.startsWith(`${name}.`))), "utf8"), name);
}

const { fold, stretches, terms, open } = globalThis.siteSearch;
let read = [];
const load = async (name) => {
  const text = readFileSync(join(site, "search", "data", `+${name}.js`), "utf8");
  read.push(text);
  return JSON.parse(text.slice(`searchData("${name}",`.length, -2));
};
const answer = async (text, all) => {
  read = [];
  const search = await open(load);
  let bytes, first;
  const tell = (found) => {
    bytes ??= read.map((data) => Buffer.byteLength(data));
    first ??= found[0]?.address;
  };
  const measured = await search.find(text, { most: 20, tell });
  tell(measured.documents);
  const before = read.slice(0, bytes.length);
  const found = all ? await search.find(text, { most: Infinity }) : measured;
  return {
    addresses: found.documents.map(({ address }) => address), first: measured.documents[0]?.address ?? null, count: measured.count, isWhole: measured.isWhole,
    bytes: bytes.reduce((sum, size) => sum + size, 0), gzip: before.reduce((sum, data) => sum + gzipSync(data).length, 0), files: before.length,
  };
};
const answers = [];
for (const text of texts) {
  answers.push(command === "fold" ? fold(text) : command === "terms" ? stretches(text).flatMap((part) => part.isUnspaced ? [...part.text, ...([...part.text].length > 1 ? terms(part) : [])] : terms(part)) : await answer(text, command !== "top"));
}
console.log(JSON.stringify(answers));
