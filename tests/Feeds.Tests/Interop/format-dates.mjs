// Formats dates as ICU does: for each language, an array of texts for each date, with the pattern's name.
import { readFileSync } from 'node:fs';

if (!process.versions.cldr?.startsWith('48')) {
  console.log('{}');
  process.exit();
}

const { languages, dates } = JSON.parse(readFileSync(process.argv[2]));
const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC', calendar: 'gregory' };
const time = { ...day, hour: 'numeric', minute: '2-digit' };
const result = {};
for (const language of languages) {
  const format = options => new Intl.DateTimeFormat(language, { timeZone: 'UTC', calendar: 'gregory', ...options });
  // With 'numeric', a single hour loses the zero that the language writes; with a style, it does not.
  const [days, moments, full] = [format(day), format(time), format({ dateStyle: 'full', timeStyle: 'short' })];
  const [months, years, shortMonths, weekdays] =
    [{ month: 'long', year: 'numeric' }, { year: 'numeric' }, { month: 'short' }, { weekday: 'long' }].map(format);
  const week = new Intl.Locale(language).weekInfo.firstDay;
  result[language] = dates.map(text => {
    const date = new Date(text);
    const [soon, later, much] = [90, 24 * 60 * 3, 24 * 60 * 40].map(minutes => new Date(date.getTime() + minutes * 60_000));
    const isOneDay = date.getUTCDate() === soon.getUTCDate();
    return {
      day: days.format(date), month: months.format(date), year: years.format(date), shortMonth: shortMonths.format(date),
      weekday: weekdays.format(date), moment: full.format(date), hours: isOneDay ? moments.formatRange(date, soon) : '',
      days: days.formatRange(date, later), manyDays: days.formatRange(date, much), moments: moments.formatRange(date, later),
      firstDay: String(week),
    };
  });
}
console.log(JSON.stringify(result));
