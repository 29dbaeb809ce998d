// Prints the events that node-ical sees in the files.
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.FEEDS_TEST_NODE_MODULES}/`);
const ical = require('node-ical');

function when(date) {
  // A date is midnight on the clock of this machine.
  if (date.dateOnly) return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(part => String(part).padStart(2, '0')).join('-');
  return date.toISOString().replace('.000Z', 'Z');
}

function events(path) {
  return Object.values(ical.sync.parseFile(path)).filter(component => component.type === 'VEVENT').map(seen);
}

function seen(event) {
  return {
    uid: event.uid,
    start: when(event.start),
    end: when(event.end),
    summary: event.summary,
    location: event.location,
    status: event.status,
    description: event.description,
  };
}

process.stdout.write(JSON.stringify(process.argv.slice(2).flatMap(events)));
