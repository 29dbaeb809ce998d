// Prints the mistakes that ajv finds in YAML files by the schema that is named first: as YAML 1.2 has it, and as YAML 1.1, in which
// a date without quotes is no text.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.FEEDS_TEST_NODE_MODULES}/`);
const { default: Ajv } = require('ajv');
// What yaml-language-server reads YAML with.
const { parse } = createRequire(require.resolve('yaml-language-server'))('yaml');

const [schema, ...files] = process.argv.slice(2);
const validate = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(JSON.parse(readFileSync(schema, 'utf8')));

function mistakes(file, options) {
  return validate(parse(readFileSync(file, 'utf8'), options)) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
}

const seen = files.map((file) => [...mistakes(file, {}), ...mistakes(file, { version: '1.1' })]);
process.stdout.write(JSON.stringify(seen));
