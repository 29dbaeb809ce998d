// Prints the offsets, in seconds, that ical.js expands from the VTIMEZONEs of a calendar at the local times of another file.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.env.FEEDS_TEST_NODE_MODULES}/`);
const { default: ICAL } = await import(require.resolve('ical.js'));

const [calendar, questions] = process.argv.slice(2).map(path => readFileSync(path, 'utf8'));
const zones = new Map(new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vtimezone').map(component => {
  const zone = new ICAL.Timezone(component);
  return [zone.tzid, zone];
}));
const offsets = JSON.parse(questions).map(({ zone, times }) => times.map(time => zones.get(zone).utcOffset(ICAL.Time.fromDateTimeString(time))));
process.stdout.write(JSON.stringify(offsets));
