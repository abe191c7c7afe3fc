// What words are, for the search: the same as SearchWords.cs and Folding.cs make of a text when the site is built. Plain scripts, as browsers
// load no modules from the disk; what other scripts use hangs on siteSearch.
"use strict";
globalThis.siteSearch ??= {};
{
  const longestWord = 64;

  // Letters that are no letter with a mark to Unicode, without their stroke, ligature or form.
  const spellings = new Map(Object.entries({
    ss: "ß", ae: "æ", oe: "œ", ij: "ĳ", th: "þ", d: "ðđɖɗ", o: "øɔɵ", l: "łƚŀ", h: "ħ", i: "ıɨ", k: "ĸƙ", n: "ŋŉɲƞ", t: "ŧƭ", b: "ƀɓ", c: "ƈȼ", e: "əǝɛɇ", f: "ƒ",
    g: "ɠǥ", p: "ƥ", r: "ɍ", s: "ſ", u: "ʉ", v: "ʋ", y: "ƴɏ", z: "ƶ", dz: "ǆǳ", lj: "ǉ", nj: "ǌ", ff: "ﬀ", fi: "ﬁ", fl: "ﬂ", ffi: "ﬃ", ffl: "ﬄ", st: "ﬅﬆ", "σ": "ς", "μ": "µ", " ": "\u3000\u00A0",
  }).flatMap(([spelling, letters]) => [...letters].map((letter) => [letter, spelling])));
  const spelled = new RegExp(`[${[...spellings.keys()].join("")}]`, "g");
  const wide = /[\uFF01-\uFF5E]/g;
  // Accents in scripts that can be read without them, and characters that only steer the layout.
  const leftOut = new RegExp("[\\u00AD\\u0300-\\u036F\\u0483-\\u0489\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u0610-\\u061A\\u061C\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E4"
    + "\\u06E7\\u06E8\\u06EA-\\u06ED\\u0711\\u0730-\\u074A\\u07EB-\\u07F3\\u0898-\\u089F\\u08CA-\\u08E1\\u08E3-\\u08FF\\u135D-\\u135F\\u180B-\\u180D\\u180F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u200B-\\u200F"
    + "\\u202A-\\u202E\\u2060-\\u206F\\u20D0-\\u20FF\\u2CEF-\\u2CF1\\u2DE0-\\u2DFF\\uA66F-\\uA672\\uA674-\\uA67D\\uA69E\\uA69F\\uFB1E\\uFE00-\\uFE0F\\uFE20-\\uFE2F\\uFEFF]|\\uDB40[\\uDD00-\\uDDEF]", "g");
  const fold = (text) => /^[\x00-\x7F]*$/.test(text) ? text.toLowerCase() : text.normalize("NFD").toLowerCase()
    .replace(spelled, (letter) => spellings.get(letter)).replace(wide, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xFEE0)).replace(leftOut, "").normalize("NFC");

  // A run of letters, marks and digits is a word; in scripts that write no blanks between words each character is one.
  const run = /[\p{L}\p{M}\p{N}]+/gu;
  const noBlanks = "\\u0E00-\\u109F\\uA9E0-\\uA9FF\\uAA60-\\uAA7F\\u1780-\\u17FF\\u2E80-\\u312F\\u31A0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\uFF66-\\uFF9F\\u{1B000}-\\u{1B16F}\\u{20000}-\\u{3FFFF}";
  const stretch = new RegExp(`[${noBlanks}]+|[^${noBlanks}]+`, "gu");
  const unspaced = new RegExp(`^[${noBlanks}]`, "u");
  const isUnspaced = (text) => unspaced.test(text);
  const short = (word) => word.length <= longestWord ? word : word.slice(0, /[\uD800-\uDBFF]/.test(word[longestWord - 1]) ? longestWord - 1 : longestWord);

  // The stretches of a text: words, and what is searched by substring as a whole.
  const stretches = (text) => (fold(text).match(run) ?? []).flatMap((word) => word.match(stretch)).map((word) => isUnspaced(word) ? { text: word, isUnspaced: true } : { text: short(word), isUnspaced: false });
  // Its words and characters one by one, as phrases are made of.
  const atoms = (text) => stretches(text).flatMap((part) => part.isUnspaced ? [...part.text] : [part.text]);
  // What the index knows of a stretch.
  const terms = ({ text, isUnspaced }) => {
    const letters = [...text];
    return !isUnspaced || letters.length === 1 ? [text] : letters.slice(1).map((letter, i) => letters[i] + letter);
  };

  // Where in a text, as it is written, one of the wanted stretches stands: pairs of start and end.
  const marks = (text, wanted) => {
    const found = [];
    for (const match of text.matchAll(run)) {
      for (const part of match[0].matchAll(stretch)) {
        const start = match.index + part.index;
        if (!isUnspaced(part[0])) {
          const words = stretches(part[0]);
          if (words.some(({ text: word }) => wanted.some((want) => want.isPrefix ? word.startsWith(want.text) : word === want.text))) found.push([start, start + part[0].length]);
          continue;
        }

        const letters = [...part[0]];
        const folded = letters.map(fold);
        for (const want of wanted.filter((want) => want.isUnspaced)) {
          const length = [...want.text].length;
          for (let i = 0; i + length <= letters.length; i++) {
            if (folded.slice(i, i + length).join("") !== want.text) continue;
            const from = start + letters.slice(0, i).join("").length;
            found.push([from, from + letters.slice(i, i + length).join("").length]);
          }
        }
      }
    }

    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return found.filter(([from], i) => !found.slice(Math.max(0, i - 8), i).some(([, end]) => end > from));
  };

  Object.assign(globalThis.siteSearch, { fold, stretches, atoms, terms, marks, isUnspaced });
}
