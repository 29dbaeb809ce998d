// Prints which of the calendars differ, each given as an iCalendar file and a jCal file: ical.js turns the first into jCal.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deepStrictEqual } from 'node:assert';

const require = createRequire(`${process.env.FEEDS_TEST_NODE_MODULES}/`);
const { default: ICAL } = await import(require.resolve('ical.js'));

// Of the properties of RFC 7986 it does not know those whose iCalendar form says no type.
Object.assign(ICAL.design.icalendar.property, { name: { defaultType: 'text' }, color: { defaultType: 'text' } });

// It keeps the first day of a week as a number.
const days = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

function asJCal(text) {
  return JSON.parse(JSON.stringify(ICAL.parse(text), (name, value) => (name === 'wkst' ? days[value - 1] : value)));
}

function difference(lines, json) {
  try {
    deepStrictEqual(JSON.parse(readFileSync(json, 'utf8')), asJCal(readFileSync(lines, 'utf8')));
    return [];
  } catch (error) {
    return [`${json}: ${error.message}`];
  }
}

const files = process.argv.slice(2);
process.stdout.write(JSON.stringify(files.flatMap((file, i) => i % 2 === 0 ? difference(file, files[i + 1]) : [])));
