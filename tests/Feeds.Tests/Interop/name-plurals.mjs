// The plural categories of numbers by language, as ICU has them: of counts, and of positions.
import { readFileSync } from 'node:fs';

const { languages, numbers } = JSON.parse(readFileSync(process.argv[2]));
const categories = (language, type) => {
  const rules = new Intl.PluralRules(language, { type });
  return numbers.map(number => rules.select(number));
};
console.log(JSON.stringify(Object.fromEntries(
  languages.map(language => [language, { cardinal: categories(language, 'cardinal'), ordinal: categories(language, 'ordinal') }]))));
