// Prints what microformats-parser finds on each page: the type of each top-level item, and its properties as text.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const packages = createRequire(process.env.FEEDS_TEST_NODE_MODULES + '/');
const { mf2 } = await import(pathToFileURL(packages.resolve('microformats-parser')));

const text = value => typeof value === 'string' ? value : value.properties?.name?.[0] ?? value.value ?? value.html;
const properties = item => Object.entries(item.properties).map(([name, values]) => `${name}: ${values.map(text).join(', ').replace(/\s+/g, ' ')}`);
const pages = process.argv.slice(2).map(page => mf2(readFileSync(page, 'utf8'), { baseUrl: 'https://club.example/' }));
console.log(JSON.stringify(pages.map(page => page.items.map(item => [item.type[0], ...properties(item).sort()].join('\n')))));
