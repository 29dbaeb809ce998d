// Prints the events that ical.js sees in the files; it knows no zone but the VTIMEZONEs of each.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.FEEDS_TEST_NODE_MODULES}/`);
const { default: ICAL } = await import(require.resolve('ical.js'));

function when(time) {
  if (time.isDate) return time.toString();
  if (time.zone === ICAL.Timezone.localTimezone) throw new Error(`no zone is known for ${time}`);
  return time.convertToZone(ICAL.Timezone.utcTimezone).toString();
}

function events(path) {
  return new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8'))).getAllSubcomponents('vevent').map(seen);
}

function seen(component) {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    start: when(event.startDate),
    end: when(event.endDate),
    summary: event.summary,
    location: event.location,
    status: component.getFirstPropertyValue('status'),
    description: event.description,
  };
}

process.stdout.write(JSON.stringify(process.argv.slice(2).flatMap(events)));
