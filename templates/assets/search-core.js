// The engine of the search: reads a query, then no more of the index than it takes to answer. The files of the index are described in
// README.md; `load` gets one by its name. It knows nothing of pages, so that tests run it without a browser.
"use strict";
{
  const { fold, stretches, atoms, terms, isUnspaced } = globalThis.siteSearch;
  const mostImpact = 63, beginningIsWorth = 0.8, bestKnown = 64, inChunk = 16, separatorsInFile = 256, letterBits = 4, secondBits = 2, thirdBits = 3, wholeBits = 2, mostPairs = 2, mostWords = 6, mostFrequent = 8, mostTried = 6, wordsOfTitle = 4, mostLong = [8, 4, 2, 1];

  // A query is clauses, all of which have to hold: words, phrases, filters, each perhaps with a minus sign before it.
  // The last one may be a beginning, as long as neither a blank nor a closing quotation mark ends it.
  const clause = /(-)?(?:(kind|author|year|has|tag|note):)?(?:"([^"]*)("?)|([^\s"]+))/giu;
  const isUnfinished = /^(kind|author|year|has|tag|note):$/i;
  const parse = (query) => {
    const text = query.replace(/[\u201C-\u201F]/g, "\"");
    return [...text.matchAll(clause)].map((match) => {
      const [all, minus, field, quoted, closing, word] = match;
      const isLast = match.index + all.length === text.length;
      return { isNot: Boolean(minus), field: field?.toLowerCase() ?? "", isPhrase: word === undefined, text: quoted ?? word, isPrefix: isLast && closing !== "\"" };
    }).filter(({ text }) => !isUnfinished.test(text));
  };

  // What to mark in a text that was found: stretches, the last perhaps a beginning.
  const wanted = (query) => parse(query).filter(({ isNot, field }) => !isNot && (field === "" || field === "author")).flatMap((part) => {
    const words = stretches(part.text);
    return words.map((word, i) => ({ ...word, isPrefix: part.isPrefix && !word.isUnspaced && i === words.length - 1 }));
  });

  // Numbers as texts (Digits.cs).
  const digits = (text) => {
    let at = 0;
    const digit = () => { const code = text.charCodeAt(at++); return code - 32 - (code > 34) - (code > 92); };
    const number = () => {
      for (let value = 0, unit = 1; ; unit *= 46) {
        const next = digit();
        if (next < 46) return value + next * unit;
        value += (next - 46) * unit;
      }
    };
    return { digit, number, isMore: () => at < text.length };
  };

  // Postings: documents, each times 64 plus the impact that the term has in it.
  const decode = (text) => {
    const { digit, number, isMore } = digits(text);
    const items = [];
    while (isMore()) {
      const impact = digit();
      let document = 0;
      for (let left = number(); left > 0; left--) items.push((document += number()) * 64 + impact);
    }

    return items;
  };

  // Postings of a pair: documents, each times 8,192 plus a mark.
  const decodePairs = (text) => {
    const { digit, number, isMore } = digits(text);
    const items = [];
    for (let document = 0; isMore();) items.push((document += number()) * 8192 + digit() * 91 + digit());
    return items;
  };
  const lastNotAbove = (list, key) => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] <= key) low = middle + 1;
      else high = middle;
    }

    return Math.max(0, low - 1);
  };

  // Something that documents are found by: how many they are, where its blocks begin, and the documents of a range with their scores.
  // `best` gives those with the highest scores where reading all takes blocks; else it is null.
  const nothing = { count: 0, cuts: [], read: async () => new Map(), best: null };
  const scored = (items, weight, from = 0, to = Infinity) => {
    const found = new Map();
    for (const item of items) {
      const document = Math.floor(item / 64);
      if (document >= from && document < to) found.set(document, item % 64 * weight);
    }

    return found;
  };
  const unite = (sources) => {
    const merge = (maps) => {
      const all = new Map();
      for (const map of maps) for (const [document, score] of map) if (!(all.get(document) >= score)) all.set(document, score);
      return all;
    };
    return {
      count: Math.max(0, ...sources.map(({ count }) => count)),
      cuts: sources.flatMap(({ cuts }) => cuts),
      read: async (from, to) => merge(await Promise.all(sources.map((source) => source.read(from, to)))),
      best: sources.some(({ best }) => best) ? async () => merge(await Promise.all(sources.map((source) => source.best ? source.best() : source.read(0, Infinity)))) : null,
    };
  };

  const open = async (load) => {
    const [version, documents, pageFile, isCut, separators, kinds, pairGroups] = await load("index", "");
    const files = new Map();
    const file = (name, read) => {
      if (!files.has(name)) files.set(name, load(name, version).then(read).catch((error) => { files.delete(name); throw error; }));
      return files.get(name);
    };

    // Terms.
    const shard = (i) => file(`t${i}`, (data) => {
      const entries = new Map();
      let last = "";
      for (let at = 0; at < data.length; at += 2) {
        const code = data[at].charCodeAt(0);
        last = last.slice(0, code - 32 - (code > 34) - (code > 92)) + data[at].slice(1);
        entries.set(last, data[at + 1]);
      }

      return entries;
    });
    // Which shard has a term. In a large vault the index says which file says it.
    const shardOf = async (term) => {
      const i = lastNotAbove(separators, term);
      return isCut ? i * separatorsInFile + lastNotAbove(await file(`s${i}`, (data) => data), term) : i;
    };
    const lookup = async (term) => separators.length ? (await shard(await shardOf(term))).get(term) : undefined;
    const countOf = (entry) => typeof entry === "string" ? decode(entry).length : entry?.[0] ?? 0;
    const weigh = (count) => Math.log(1 + (documents - count + 0.5) / (count + 0.5)) / mostImpact;
    // Postings in blocks: where these begin, and those that reach into a range.
    const blocksOf = (places, series, read) => {
      const cuts = places.filter((_, i) => i % 3 === 0);
      const block = (i) => file(`${series}${places[i * 3 + 1]}`, (data) => data).then((data) => read(data[places[i * 3 + 2]]));
      const inRange = async (from, to) => {
        const found = [];
        for (let i = lastNotAbove(cuts, from); i < cuts.length && cuts[i] < to; i++) found.push(await block(i));
        return found.flat();
      };
      return { cuts, inRange };
    };
    const sourceOf = (entry, weight = weigh(countOf(entry))) => {
      if (entry === undefined) return nothing;
      if (typeof entry === "string") {
        const items = decode(entry);
        return { count: items.length, cuts: [], read: async (from, to) => scored(items, weight, from, to), best: null };
      }

      const [count, best, ...places] = entry;
      const { cuts, inRange } = blocksOf(places, "p", decode);
      return { count, cuts, read: async (from, to) => scored(await inRange(from, to), weight, from, to), best: async () => scored(decode(best), weight) };
    };
    const word = async (term) => sourceOf(await lookup(term));
    const beginning = async (prefix) => {
      const exact = await lookup(prefix);
      const all = await lookup(`${prefix}*`);
      if (all) return unite([sourceOf(exact), sourceOf(all, weigh(countOf(all)) * beginningIsWorth)]);
      if (!separators.length) return nothing;
      const [first, last] = await Promise.all([shardOf(prefix), shardOf(`${prefix}\uFFFF`)]);
      const shards = await Promise.all(Array.from({ length: last - first + 1 }, (_, i) => shard(first + i)));
      const longer = shards.flatMap((entries) => [...entries]).filter(([term]) => term !== prefix && term.startsWith(prefix) && !term.endsWith("*")).map(([, entry]) => entry);
      const weight = weigh([exact, ...longer].reduce((sum, entry) => sum + countOf(entry), 0)) * beginningIsWorth;
      return unite([sourceOf(exact), ...longer.map((entry) => sourceOf(entry, weight))]);
    };
    // Which documents may have two words side by side, by hashes of both (PairTerms.cs); of an unfinished second word, all that go on as it begins. For each a bit for each
    // place modulo 16 in its text where the pair may begin, `shift` words further on than what is asked for.
    const hash = (text, start = 0x811C9DC5) => text.split("").reduce((value, unit) => Math.imul(value ^ unit.charCodeAt(0), 0x01000193), start);
    const folded = (value) => (value ^ (value >>> 15)) >>> 0;
    const letter = (text, at) => at < text.length ? Math.imul(text.charCodeAt(at), 0x165667B1) >>> (32 - letterBits) : 0;
    const withSecond = 1 << (thirdBits + wholeBits), inGroup = withSecond << secondBits;
    const pair = async ([first, second], shift, isPrefix) => {
      const group = folded(hash(second[0], hash(`${first} `))) & (pairGroups - 1);
      const [two, three] = [letter(second, 1), letter(second, 2)];
      const quarter = two >> (letterBits - secondBits);
      const place = quarter * withSecond + (three >> (letterBits - thirdBits) << wholeBits) + (folded(hash(second)) & ((1 << wholeBits) - 1));
      const entries = await file(`w${group}`, (data) => data);
      // Of the mark what is known: the first word, and letters of the second, or all of it.
      const mark = (folded(hash(first)) & 7) << 10 | (two & 3) << 4 | (three & 1) << 3 | folded(hash(second)) >> wholeBits & 7;
      const known = 7 << 10 | (isPrefix ? (second.length > 1 ? 3 << 4 : 0) | (second.length > 2 ? 1 << 3 : 0) : 63);
      const placed = (items, from, to) => {
        const found = new Map();
        for (const item of items) {
          const document = Math.floor(item / 8192);
          if (document >= from && document < to && ((item ^ mark) & known) === 0) found.set(document, found.get(document) | 1 << ((item >> 6) - shift & 15));
        }

        return found;
      };
      const sourceAt = (at) => {
        if (typeof entries[at] === "string") {
          const items = decodePairs(entries[at]);
          return { count: items.length, cuts: [], read: async (from, to) => placed(items, from, to) };
        }

        const [count, ...places] = entries[at];
        const { cuts, inRange } = blocksOf(places, "q", decodePairs);
        return { count, cuts, read: async (from, to) => placed(await inRange(from, to), from, to) };
      };
      if (!isPrefix) return sourceAt(place);
      // All places that the letters to come may lead to: the union of them where there is one.
      const [size, union] = second.length < 2 ? [inGroup, inGroup] : second.length < 3 ? [withSecond, inGroup + 1 + quarter] : [1 << wholeBits, null];
      const start = Math.floor(place / size) * size;
      const sources = (union !== null && entries[union] ? [union] : Array.from({ length: size }, (_, i) => start + i)).map(sourceAt);
      const read = async (from, to) => {
        const found = new Map();
        for (const source of sources) for (const [document, places] of await source.read(from, to)) found.set(document, found.get(document) | places);
        return found;
      };
      return { count: sources.reduce((sum, { count }) => sum + count, 0), cuts: sources.flatMap(({ cuts }) => cuts), read };
    };
    // The pairs of a phrase that have the rarest words, of which no two have a word in common where there are others, one behind the other as they are asked for.
    const pairsOf = async (phrase, isPrefix, sources) => {
      const rarity = (part) => sources.get(part)?.count ?? Infinity;
      const asked = phrase.slice(1).map((second, i) => ({ words: [phrase[i], second], i, isOpen: isPrefix && i === phrase.length - 2 })).filter(({ words }) => !words.every(isUnspaced));
      const least = ({ words }) => Math.min(...words.map(rarity));
      const byRarity = asked.sort((a, b) => least(a) - least(b));
      const apart = byRarity.filter(({ i }, at) => !byRarity.slice(0, at).some((other) => Math.abs(other.i - i) === 1));
      const pairs = await Promise.all([...new Set([...apart, ...byRarity])].slice(0, mostPairs).map(({ words, i, isOpen }) => pair(words, i, isOpen)));
      if (!pairs.length) return [];
      const inOrder = pairs.toSorted((a, b) => a.count - b.count);
      const read = async (from, to, among) => {
        let found = null;
        for (const pair of inOrder) {
          const more = await pair.read(from, to);
          const wanted = [...found ?? more].filter(([document]) => found || !among || among.has(document));
          found = new Map(wanted.map(([document, places]) => [document, places & more.get(document)]).filter(([, places]) => places));
          if (!found.size) break;
        }

        return new Map([...found.keys()].map((document) => [document, 0]));
      };
      return [{ count: inOrder[0].count, cuts: pairs.flatMap(({ cuts }) => cuts), read, best: null }];
    };
    const years = async (text) => {
      const [, first, dots, last] = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(text) ?? [];
      if (!first && !last) return nothing;
      const names = [];
      for (let year = Math.max(1500, Number(first ?? 1500)), end = Math.min(2100, Number(last ?? (dots ? 2100 : first))); year <= end;) {
        const isDecade = year % 10 === 0 && year + 9 <= end;
        names.push(isDecade ? `:decade:${year / 10}` : `:year:${year}`);
        year += isDecade ? 10 : 1;
      }

      const check = ({ year }) => year >= (first ?? 1) && year <= (last ?? (dots ? Infinity : first));
      return { ...unite(await Promise.all(names.map(word))), check };
    };

    // What a clause asks for: sources that all have to hold, and what is checked in the document itself; null for one that says nothing.
    const fieldsOf = (found) => [found.title, found.year ? `${found.authors} ${found.year}` : found.authors, found.kind === "note" ? "" : `${found.note} › ${found.section}`, found.text];
    const hasPhrase = (phrase, isPrefix) => (found) => fieldsOf(found).some((field) => {
      const text = atoms(field);
      return text.some((_, start) => phrase.every((part, i) => isPrefix && i === phrase.length - 1 ? text[start + i]?.startsWith(part) : text[start + i] === part));
    });
    const hasText = (run, name) => (found) => (name ? [name === "note" ? found.note : found.authors] : fieldsOf(found)).some((text) => fold(text).includes(run));
    // Each word takes a shard, and one of many documents a block: of many words the longest are looked up, and of these blocks of the rarest read,
    // the fewer the more short lists there are. The documents that are found so are looked into for the others. Where all words are frequent, a few more are looked up,
    // as too many documents have the first ones.
    const lookedUp = (clauses, most = mostWords) => {
      const words = clauses.filter(({ isNot, field }) => !isNot && !field).flatMap(({ text }) => stretches(text).flatMap(terms));
      return new Set(words.sort((a, b) => b.length - a.length).slice(0, most));
    };
    const wordsOf = (text, isPrefix, field, isLookedUp) => {
      const parts = stretches(text);
      return Promise.all(parts.flatMap((part, i) => terms(part).map(async (term) => {
        const isOpen = isPrefix && !part.isUnspaced && i === parts.length - 1;
        const check = part.isUnspaced ? hasText(part.text, field) : hasPhrase([term], isOpen);
        if (!isLookedUp(term)) return { term, source: null, check };
        const key = field ? `:${field}:${term}` : term;
        const source = await (isOpen ? beginning(key) : word(key));
        return { term, source: field ? source : { ...source, check }, check: part.isUnspaced && [...part.text].length > 2 ? check : null };
      })));
    };
    const resolve = async ({ isNot, field, isPhrase, text, isPrefix }, words) => {
      const one = async (source) => ({ isNot, sources: [await source], checks: [] });
      if (field === "year") return one(isPrefix && /^\d{1,3}$/.test(text) ? beginning(`:year:${text}`) : years(text));
      if (field === "kind" || field === "tag" || field === "has") {
        const name = `:${field}:${fold(text.replace(/^#/, "")).slice(0, 64)}`;
        return one(isPrefix && !isPhrase ? beginning(name) : word(name));
      }

      const found = await wordsOf(text, isPrefix, field, (term) => isNot || field || words.has(term));
      if (!found.length) return null;
      let sources = found.flatMap(({ source }) => source ?? []);
      const checks = found.flatMap(({ check }) => check ?? []);
      const phrase = atoms(text);
      if (isPhrase && !field && phrase.length > 1) {
        checks.push(hasPhrase(phrase, isPrefix));
        const pairs = await pairsOf(phrase, isPrefix && !isUnspaced(phrase.at(-1)), new Map(found.map(({ term, source }) => [term, source])));
        // Beside a pair other words than the rarest tell nothing: what they say is read where it is at hand.
        const least = pairs.length ? Math.min(...sources.map(({ count }) => count)) : Infinity;
        sources = [...sources.filter(({ count, cuts }) => !cuts.length || count <= least), ...pairs];
      }

      return { isNot, sources, checks };
    };

    // Documents.
    const chunk = (i) => file(`d${i}`, (rows) => {
      let page, note;
      return rows.flatMap((row) => {
        if (row.length === 2) {
          [page, note] = row;
          return [];
        }

        const [anchor, kind, title, authors, year, section, text, lead, flags] = row;
        const address = page + (anchor ? `#${anchor}` : "");
        const href = page + (page === "" || page.endsWith("/") ? pageFile : "") + (anchor ? `#${anchor}` : "");
        return [{ address, href, note, anchor, kind, title, authors, year, section, text, lead, hasCode: Boolean(flags & 1), hasTalk: Boolean(flags & 2) }];
      });
    });
    const document = async (number) => (await chunk(Math.floor(number / inChunk)))[number % inChunk];

    // All documents of a range that every source has.
    const common = async (sources, from, to) => {
      let found = null;
      for (const source of sources) {
        const more = await source.read(from, to, found);
        if (!found) found = new Map(more);
        else for (const [number, score] of found) {
          if (more.has(number)) found.set(number, score + more.get(number));
          else found.delete(number);
        }

        if (!found.size) break;
      }

      return found;
    };
    const inOrder = (hits) => hits.sort((a, b) => b.score - a.score || a.number - b.number);

    // Goes through the index range by range, the ranges being those in which no block ends, until `tell` could tell of one; then through all others at once, if all are wanted;
    // else no more than a few blocks are read.
    const collect = async (must, nots, tell, isAll = true) => {
      const sources = must.toSorted((a, b) => a.count - b.count);
      const cuts = [...new Set([0, ...[...must, ...nots.flatMap((not) => not.sources)].flatMap((source) => source.cuts)])].sort((a, b) => a - b);
      const range = async (i) => {
        const [from, to] = [cuts[i], cuts[i + 1] ?? Infinity];
        const found = await common(sources, from, to);
        const doubts = [];
        for (const not of nots) {
          if (!found.size) break;
          const excluded = await common(not.sources, from, to);
          if (not.checks.length) doubts.push([excluded, not.checks]);
          else for (const number of excluded.keys()) found.delete(number);
        }

        return [...found].map(([number, score]) => ({ number, score, doubts: doubts.filter(([excluded]) => excluded.has(number)).map(([, checks]) => checks) }));
      };
      const before = files.size;
      const hits = [];
      for (let i = 0; i < cuts.length && (isAll || files.size - before < mostTried); i++) {
        const some = await range(i);
        hits.push(...some);
        if (!some.length || i === cuts.length - 1 || !await tell(inOrder(some))) continue;
        if (isAll) hits.push(...(await Promise.all(cuts.slice(i + 1).map((_, j) => range(i + 1 + j)))).flat());
        break;
      }

      return inOrder(hits);
    };

    // Looks into the documents where the index can't tell, the best first, until there are enough; `tell` hears of the first at once.
    const verify = async (hits, checks, enough, tell) => {
      if (!checks.length && hits.every((hit) => !hit.doubts.length)) return { hits, isWhole: true };
      const sure = [];
      for (let i = 0, step; i < hits.length; i += step) {
        if (sure.length >= enough) return { hits: sure, isWhole: false };
        step = sure.length ? 8 : 1;
        const part = hits.slice(i, i + step);
        const found = await Promise.all(part.map((hit) => document(hit.number)));
        sure.push(...part.filter((hit, j) => checks.every((check) => check(found[j])) && !hit.doubts.some((not) => not.every((check) => check(found[j])))));
        if (sure.length) await tell(sure[0]);
      }

      return { hits: sure, isWhole: true };
    };

    // The first of the documents, one of those with the same address; the very first alone, so that it can be shown at once.
    const shown = async (hits, most, tell) => {
      const found = [];
      const seen = new Set();
      for (let i = 0, step; i < hits.length && found.length < most; i += step) {
        step = i ? 20 : 1;
        for (const one of await Promise.all(hits.slice(i, i + step).map((hit) => document(hit.number)))) {
          if (found.length < most && !seen.has(one.address)) found.push(one);
          seen.add(one.address);
        }

        if (i === 0) await tell(found.slice());
      }

      return found;
    };

    // What all clauses come to: sources that have to hold, what is checked in documents, what must not hold, and how many sources are at hand.
    const plan = async (clauses, words) => {
      const parts = (await Promise.all(clauses.map((clause) => resolve(clause, words)))).filter(Boolean);
      const wanted = parts.filter(({ isNot }) => !isNot);
      const sources = wanted.flatMap((part) => part.sources);
      const short = sources.filter(({ cuts }) => !cuts.length).length;
      const long = new Set(sources.filter((source) => source.check && source.cuts.length).sort((a, b) => a.count - b.count).slice(mostLong[short] ?? mostLong.at(-1)));
      const checks = [...wanted.flatMap((part) => part.checks), ...[...long].map(({ check }) => check)];
      return { must: sources.filter((source) => !long.has(source)), nots: parts.filter(({ isNot }) => isNot), checks, short };
    };

    // What is found with less and holds, too, so that it can be told first: the last word of a phrase as it stands; of many words that are all frequent the title that they may be.
    const likelyOf = (clauses, words, short) => {
      const last = clauses.at(-1);
      if (last.isPhrase && last.isPrefix && !last.isNot && !last.field) return clauses.with(-1, { ...last, isPrefix: false });
      const isPlain = clauses.every(({ isNot, field, isPhrase }) => !isNot && !field && !isPhrase);
      return isPlain && !short && words.size >= wordsOfTitle ? [{ field: "", isPhrase: true, text: clauses.map(({ text }) => text).join(" ") }] : null;
    };

    // Answers a query. `most` is how many documents are wanted; `tell` hears of the first ones before the rest is there.
    // The answer: `documents`, how many there are in all (`count`), and `isWhole`, false where there are more than were counted.
    const find = async (query, { most = 20, tell = () => { } } = {}) => {
      const clauses = parse(query);
      const words = lookedUp(clauses);
      let { must, nots, checks, short } = await plan(clauses, words);
      if (!must.length) return { documents: [], count: 0, isWhole: true, isEmpty: true };
      if (must.length === 1 && !nots.length && !checks.length && must[0].best && most < bestKnown / 2) {
        const best = await must[0].best();
        return { documents: await shown(inOrder([...best].map(([number, score]) => ({ number, score }))), most, tell), count: must[0].count, isWhole: true };
      }

      let isTold = false;
      const tellOne = async (hit) => {
        if (isTold) return;
        isTold = true;
        await tell([await document(hit.number)]);
      };
      const tellFirst = (checks) => async (hits) => {
        const { hits: [first] } = await verify(hits, checks, 1, tellOne);
        if (first) await tellOne(first);
        return isTold;
      };
      const likely = likelyOf(clauses, words, short);
      if (likely) {
        const { must, nots, checks } = await plan(likely, words);
        await tellFirst(checks)(await collect(must, nots, tellFirst(checks), false));
      }

      const more = short ? words : lookedUp(clauses, mostFrequent);
      if (more.size > words.size) ({ must, nots, checks } = await plan(clauses, more));

      const { hits, isWhole } = await verify(await collect(must, nots, tellFirst(checks)), checks, most, tellOne);
      return { documents: await shown(hits, most, isTold ? () => { } : tell), count: hits.length, isWhole };
    };

    return { find, kinds, documents };
  };

  Object.assign(globalThis.siteSearch, { parse, wanted, open });
}
