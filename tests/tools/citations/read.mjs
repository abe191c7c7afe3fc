// node read.mjs bibtex|ris|csl FILE      the records as CSL-JSON, as citation-js understands them
// node read.mjs cite FILE                a bibliography of CSL-JSON in APA style, by citeproc-js
// node read.mjs validate SCHEMA FILE     what a JSON Schema (2020-12, or draft 4 or 7 by its $schema) finds wrong; empty for nothing
import { readFileSync } from 'node:fs';

const [command, ...files] = process.argv.slice(2);
const [first, second] = files.map(file => readFileSync(file, 'utf8'));

if (command === 'validate') {
  const schema = JSON.parse(first);
  const drafts = { 'draft-04': 'ajv-draft-04', 'draft-07': 'ajv' };
  const draft = Object.keys(drafts).find(name => schema.$schema.includes(name));
  const { default: Ajv } = await import(drafts[draft] ?? 'ajv/dist/2020.js');
  // What others wrote for older drafts is not as strict as ours is to be.
  const validate = new Ajv({ allErrors: true, strict: draft !== 'draft-04', strictTypes: false, allowUnionTypes: true, validateFormats: draft !== 'draft-04', unicodeRegExp: draft !== 'draft-04' }).compile(schema);
  validate(JSON.parse(second));
  console.log(JSON.stringify(validate.errors ?? []));
} else {
  const { plugins, util, Cite } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  await import('@citation-js/plugin-csl');
  await import('@citation-js/plugin-ris');
  if (command === 'cite') {
    console.log(new Cite(JSON.parse(first)).format('bibliography', { template: 'apa', format: 'text' }));
  } else {
    const type = { bibtex: '@bibtex/text', ris: '@ris/file', csl: '@csl/list+object' }[command];
    const input = command === 'csl' ? JSON.parse(first) : first;
    console.log(JSON.stringify(plugins.input.chain(input, { forceType: type, strict: true, generateGraph: false })));
  }
}
