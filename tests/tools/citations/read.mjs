// node read.mjs bibtex|ris|csl FILE      the records as CSL-JSON, as citation-js understands them
// node read.mjs cite FILE                a bibliography of CSL-JSON in APA style, by citeproc-js
// node read.mjs validate SCHEMA FILE     what a JSON Schema (2020-12, or draft 7 by its $schema) finds wrong; empty for nothing
import { readFileSync } from 'node:fs';

const [command, ...files] = process.argv.slice(2);
const [first, second] = files.map(file => readFileSync(file, 'utf8'));

if (command === 'validate') {
  const schema = JSON.parse(first);
  const { default: Ajv } = await import(schema.$schema.includes('draft-07') ? 'ajv' : 'ajv/dist/2020.js');
  const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false, allowUnionTypes: true }).compile(schema);
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
