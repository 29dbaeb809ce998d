// Writes the tables of src/Feeds/Pages/Dates from CLDR. Run by hand, for a new version of CLDR:
//   npm install --no-save cldr-core@48.0.0 cldr-dates-full@48.0.0 cldr-numbers-full@48.0.0
//   node write-dates.mjs node_modules ../../../../src/Feeds/Pages/Dates
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [modules, target] = process.argv.slice(2);
const read = (...path) => JSON.parse(readFileSync(join(modules, ...path)));
const supplemental = name => read('cldr-core/supplemental', `${name}.json`).supplemental;
const { firstDay } = supplemental('weekData').weekData;
const { timeData } = supplemental('timeData');
const { likelySubtags } = supplemental('likelySubtags');
const { version } = read('cldr-core/package.json');
const locales = readdirSync(join(modules, 'cldr-dates-full/main'));
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

// The names of time zones in CLDR are for menus; these stand after a time.
const zones = {
  en: '{0} time', de: 'Ortszeit {0}', fr: 'heure de {0}', es: 'hora de {0}', pt: 'horário de {0}', it: 'ora di {0}', nl: 'tijd in {0}',
  cs: '(časové pásmo {0})',
};

// English is written as it always was: the day before the month, 24 hours, weeks from Monday, in every country.
const english = {
  day: 'EEEE, d MMMM y', dayAndTime: '{1}, {0}', dayAndHours: '{1}, {0}', range: '{0} – {1}', hours: 'HH:mm–HH:mm',
};

for (const language of ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'cs', 'ar', 'he', 'ja']) {
  const own = language === 'en' ? english : {};
  const { dates } = read('cldr-dates-full/main', language, 'ca-gregorian.json').main[language];
  const { months, days: names, dayPeriods, dateFormats, dateTimeFormats, ...other } = dates.calendars.gregorian;
  const { timeZoneNames } = read('cldr-dates-full/main', language, 'timeZoneNames.json').main[language].dates;
  const { availableFormats, intervalFormats } = dateTimeFormats;
  const atTime = other['dateTimeFormats-atTime'].standard;
  const hours12 = intervalFormats.hm;
  const table = {
    source: `Unicode CLDR ${version}; see LICENSE`,
    months: Object.values(months.format.wide),
    monthsAlone: Object.values(months['stand-alone'].wide),
    shortMonths: Object.values(months['stand-alone'].abbreviated),
    weekdays: days.map(day => names.format.wide[day]),
    shortWeekdays: days.map(day => names['stand-alone'][isShort(names['stand-alone'].short) ? 'short' : 'narrow'][day]),
    dayPeriods: [dayPeriods.format.abbreviated.am, dayPeriods.format.abbreviated.pm],
    day: noda(own.day ?? dateFormats.full),
    month: noda(availableFormats.yMMMM),
    year: availableFormats.y.replace('y', '{0}').replaceAll("'", ''),
    days: language === 'en' ? null : ranges(intervalFormats.yMMMMEEEEd ?? wide(language, intervalFormats.yMMMMEd ?? intervalFormats.yMMMEd)),
    dayAndTime: own.dayAndTime ?? unquoted(atTime.full),
    dayAndHours: own.dayAndHours ?? unquoted(dateTimeFormats.medium),
    range: own.range ?? unquoted(intervalFormats.intervalFormatFallback),
    clock24: { time: noda(availableFormats.Hm), hours: split(own.hours ?? intervalFormats.Hm.H) },
    clock12: { time: noda(availableFormats.hm), hours: split(hours12.h), hoursFromMorning: split(hours12.a) },
    zone: zones[language] ?? timeZoneNames.regionFormat,
    regions: language === 'en' ? { '': { firstDay: 1, hours: 24 } } : regionsOf(language),
    cities: language === 'en' ? {} : cities(timeZoneNames.zone),
  };
  writeFileSync(join(target, `${language}.json`), JSON.stringify(table, null, 1) + '\n');
}

copyFileSync(join(modules, 'cldr-dates-full/LICENSE'), join(target, 'LICENSE'));

// Whether the names fit above the columns of a small month.
function isShort(names) {
  return Object.values(names).every(name => name.length <= 4);
}

// As ICU widens a pattern with short names for a skeleton with long ones; Japanese has numbers and short weekdays, which are enough.
function wide(language, patterns) {
  if (language === 'ja') return patterns;
  const widened = pattern => pattern.replace(/E+/g, 'EEEE').replace(/M{3,}/g, 'MMMM').replace(/L{3,}/g, 'LLLL');
  return Object.fromEntries(Object.entries(patterns).map(([key, pattern]) => [key, widened(pattern)]));
}

function ranges(patterns) {
  return { sameMonth: split(patterns.d), sameYear: split(patterns.M), other: split(patterns.y) };
}

// UTS #35: the second half of a range begins where a field is repeated.
function split(pattern) {
  const seen = new Set();
  let isQuoted = false;
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at];
    if (letter === "'") isQuoted = !isQuoted;
    if (isQuoted || !/[A-Za-z]/.test(letter) || letter === pattern[at - 1]) continue;
    if (seen.has(letter)) return [noda(pattern.slice(0, at)), noda(pattern.slice(at))];
    seen.add(letter);
  }
  throw new Error(`No range: ${pattern}`);
}

// A pattern of CLDR as one of NodaTime, in which every other character is quoted.
function noda(pattern) {
  const fields = {
    EEEE: 'dddd', E: 'ddd', d: 'd', dd: 'dd', M: 'M', MM: 'MM', MMMM: 'MMMM', LLLL: 'MMMM', y: 'uuuu', H: 'H', HH: 'HH', h: 'h', hh: 'hh',
    K: 'h', mm: 'mm', a: 'tt',
  };
  const pieces = pattern.match(/'[^']*'|([A-Za-z])\1*|[^A-Za-z']+/g);
  return pieces.map(piece => {
    if (!/^[A-Za-z]/.test(piece)) return `'${piece.replaceAll("'", '')}'`;
    if (!fields[piece]) throw new Error(`Unknown field ${piece} in ${pattern}`);
    return fields[piece];
  }).join('').replaceAll("''", '');
}

function unquoted(pattern) {
  return pattern.replaceAll("'", '');
}

// The countries where the language is spoken that differ from the one where most speak it, which has an empty name.
function regionsOf(language) {
  const main = likelySubtags[language].split('-').at(-1);
  const standard = region(main, language);
  const regions = { '': standard };
  for (const locale of locales.filter(name => name.startsWith(`${language}-`))) {
    const country = locale.split('-').at(-1);
    if (!/^[A-Z]{2}$/.test(country) || country === main) continue;
    const found = region(country, locale);
    if (JSON.stringify(found) !== JSON.stringify(standard)) regions[country] = found;
  }
  if (JSON.stringify(region(main, `${language}-${main}`)) !== JSON.stringify(standard)) regions[main] = region(main, `${language}-${main}`);
  return regions;
}

function region(country, locale) {
  const first = 1 + days.indexOf(firstDay[country] ?? firstDay['001']);
  const time = timeData[`${locale}`] ?? timeData[country] ?? timeData['001'];
  const digits = digitsOf(locale);
  return { firstDay: first, hours: time._preferred.startsWith('H') ? 24 : 12, ...(digits === 'latn' ? {} : { digits }) };
}

function digitsOf(locale) {
  try {
    const numbers = read('cldr-numbers-full/main', locale, 'numbers.json').main[locale].numbers;
    return numbers.defaultNumberingSystem;
  } catch {
    return 'latn';
  }
}

// Zones whose city has another name than the last part of their id.
function cities(tree, path = []) {
  const found = {};
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value !== 'object' || name === 'long' || name === 'short') continue;
    const id = [...path, name];
    if (typeof value.exemplarCity === 'string') {
      if (value.exemplarCity !== name.replaceAll('_', ' ')) found[id.join('/')] = value.exemplarCity;
    } else if (path.length < 3) {
      Object.assign(found, cities(value, id));
    }
  }
  return found;
}
