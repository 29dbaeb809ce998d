// Prints how many milliseconds a program of npm's takes to render the events of a file as iCalendar, as the median of its runs, and how many events that are.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [program, file, runs] = process.argv.slice(2);
const require = createRequire(`${process.env.FEEDS_TEST_NODE_MODULES}/`);
const library = await import(require.resolve(program));
const generate = library.default.default ?? library.default;
const events = JSON.parse(readFileSync(file, 'utf8')).map(event => ({ ...event, start: new Date(event.start), end: new Date(event.end), stamp: new Date(event.stamp) }));

const renderers = {
  'ical-generator': () => {
    const calendar = generate({ prodId: '//Example//Benchmark//EN' });
    for (const { uid, start, end, stamp, summary, description, location, url } of events) {
      calendar.createEvent({ id: uid, start, end, stamp, lastModified: stamp, summary, description, location, url, timezone: 'UTC' });
    }

    return calendar.toString();
  },
  'ical.js': () => {
    const ICAL = library.default;
    const calendar = new ICAL.Component('vcalendar');
    calendar.addPropertyWithValue('version', '2.0');
    calendar.addPropertyWithValue('prodid', '-//Example//Benchmark//EN');
    for (const { uid, start, end, stamp, summary, description, location, url } of events) {
      const event = new ICAL.Component('vevent');
      event.addPropertyWithValue('uid', uid);
      event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(stamp, true));
      event.addPropertyWithValue('last-modified', ICAL.Time.fromJSDate(stamp, true));
      event.addPropertyWithValue('dtstart', ICAL.Time.fromJSDate(start, true));
      event.addPropertyWithValue('dtend', ICAL.Time.fromJSDate(end, true));
      event.addPropertyWithValue('summary', summary);
      event.addPropertyWithValue('description', description);
      event.addPropertyWithValue('location', location);
      event.addPropertyWithValue('url', url);
      calendar.addSubcomponent(event);
    }

    return calendar.toString();
  },
};

const times = [];
let written = 0;
for (let run = 0; run <= Number(runs); run++) {
  const start = performance.now();
  const text = renderers[program]();
  // The first run warms up.
  if (run > 0) times.push(performance.now() - start);
  written = text.split('BEGIN:VEVENT').length - 1;
}

times.sort((a, b) => a - b);
process.stdout.write(JSON.stringify({ milliseconds: times[Math.floor(times.length / 2)], events: written }));
