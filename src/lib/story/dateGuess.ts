/** What a date that is not EDTF was probably meant to be, in the forms in which editors write dates. */
import { parsePoint } from './datePoint.ts';

export const two = (n: string | number) => String(n).padStart(2, '0');
export const four = (n: number) => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0');

export const monthNames = 'January February March April May June July August September October November December'.split(
	' '
);
const monthOf = (name: string) =>
	two(monthNames.findIndex((full) => full.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1);
const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const rule = (source: string, write: (...groups: string[]) => string | undefined): [RegExp, typeof write] => [
	new RegExp(`^${source}$`, 'i'),
	write
];
export const dated = (y: string, m: string, d?: string) => `${y}-${two(m)}${d ? `-${two(d)}` : ''}`;
const beforeCommonEra = (n: string) => (Number(n) > 0 ? yearOf(1 - Number(n)) : undefined);
/** The date with a suffix such as `~`; in an interval both ends get it. */
const after = (text: string, suffix: string) => {
	const date = guess(text);
	if (!date || !/^[~?]$/.test(suffix)) return date && !date.includes('/') ? `${date}${suffix}` : undefined;
	const ends = date.split('/').map((end) => (end === '' || end === '..' ? end : `${end}${suffix}`));
	return ends.join('/');
};
/** An astronomical year of any size, as EDTF. */
export const yearOf = (n: number) => (Math.abs(n) > 9999 ? `Y${n}` : four(n));
export const isAmbiguous = (a: string, b: string) => Number(a) < 13 && Number(b) < 13 && Number(a) !== Number(b);

/** Forms in which editors write dates, and their EDTF. */
const rules = [
	rule('(\\d{4})[./年](\\d{1,2})(?:[./月](\\d{1,2})日?|月)?', dated),
	rule('(\\d{4})年', (y) => y),
	rule('(-?\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?', dated),
	rule('(\\d{4})(\\d\\d)(\\d\\d)', dated),
	rule('(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})', (a, b, y) =>
		isAmbiguous(a, b) ? undefined : Number(b) > 12 ? dated(y, a, b) : dated(y, b, a)
	),
	rule('(\\d{1,2})[./](\\d{4})', (m, y) => dated(y, m)),
	rule(`(?:(\\d{1,2})(?:st|nd|rd|th|\\.)? )?${monthName} (\\d{4})`, (d, m, y) => dated(y, monthOf(m), d)),
	rule(`${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})`, (m, d, y) => dated(y, monthOf(m), d)),
	rule(
		`${monthName} ?(?:-|to) ?${monthName} (\\d{4})`,
		(from, to, y) => `${dated(y, monthOf(from))}/${dated(y, monthOf(to))}`
	),
	rule('(\\d{1,9}) ?(?:bce?|b\\.c\\.(?:e\\.)?)', beforeCommonEra),
	rule('(.* )(\\d{1,4}) ?(?:bce?|b\\.c\\.(?:e\\.)?)', (day_, y) => {
		const [year_, date] = [beforeCommonEra(y), guess(`${day_}${y.padStart(4, '0')}`)];
		return year_ && date && !date.includes('/') ? date.replace(/^\d{4}/, year_) : undefined;
	}),
	rule('(?:bce?|公元前) ?(\\d{1,9})年?', beforeCommonEra),
	rule('公元前(\\d{1,4})年(\\d{1,2})月(?:(\\d{1,2})日)?', (y, m, d) => {
		const year_ = beforeCommonEra(y);
		return year_ && dated(year_, m, d);
	}),
	rule('(.* )?(\\d{1,4}) ?(?:ce|ad|a\\.d\\.)', (day_ = '', y) => guess(`${day_}${y.padStart(4, '0')}`)),
	rule('(?:ad|ce|公元) ?(\\d{1,4})年?', (y) => y.padStart(4, '0')),
	rule('(?:circa|approx(?:\\.|imately)?|ca\\.?|c\\.?|about|around|大约|约|~) ?(.+)', (date) => after(date, '~')),
	rule('(.+?),? ?\\(?(?:circa|about|approx\\.?)\\)?', (date) => after(date, '~')),
	rule('(?:possibly|probably|perhaps) (.+)', (date) => after(date, '?')),
	rule('(?:the )?(\\d{3})0(?:s|年代)', (decade) => `${decade}X`),
	rule('(?:the )?(\\d{1,2})(?:st|nd|rd|th)? ?(?:century|世纪)', (n) => `${two(Number(n) - 1)}XX`),
	rule('(spring|summer|autumn|fall|winter) (?:of )?(\\d{4})', (name, y) => {
		const n = ['spring', 'summer', 'autumn', 'winter'].indexOf(name.toLowerCase().replace('fall', 'autumn'));
		return `${y}-${21 + n}`;
	}),
	rule(
		'(early|mid|late)[ -](\\d{4})',
		(name, y) => `${y}-${37 + ['early', 'mid', 'late'].indexOf(name.toLowerCase())}`
	),
	rule('q([1-4])[ -/]?(\\d{4})', (n, y) => `${y}-${32 + Number(n)}`),
	rule('(\\d{4})[ -/]?q([1-4])', (y, n) => `${y}-${32 + Number(n)}`),
	rule('h([12])[ -/]?(\\d{4})', (n, y) => `${y}-${39 + Number(n)}`),
	rule('(\\d{4})[ -/]?h([12])', (y, n) => `${y}-${39 + Number(n)}`),
	rule('y(\\d{4})', (y) => y),
	rule('-0000', () => '0000'),
	rule('(\\d{5,7}|\\d{9,15})', (y) => (Number(y) > 9999 ? `Y${Number(y)}` : undefined)),
	rule('before (\\d{4})', (y) => `[..${four(Number(y) - 1)}]`),
	rule('after (\\d{4})', (y) => (Number(y) < 9999 ? `[${four(Number(y) + 1)}..]` : undefined)),
	rule('(?:\\.\\.|until|up to) ?(.+)', (date) => after(date, '')?.replace(/^/, '../')),
	rule('(?:since|from) (.+)', (date) => after(date, '/..')),
	rule('(.+?) ?(?:/|\\.\\.|-| to | until |至|到) ?(?:now|today|present|ongoing|open|\\.\\.|)', (date) =>
		after(date, '/..')
	),
	rule('(.+?) ?/ ?(?:unknown|\\?)', (date) => after(date, '/')),
	rule('(\\d\\d)(\\d\\d)[-/](\\d\\d)', (century, y, end) => `${century}${y}/${century}${end}`),
	rule('(.+?)(?: ?/ ?| - | to | until |至|到|\\.\\.)(.+)', range),
	rule('([^-]+)-([^-]+)', range)
];

function range(from: string, to: string): string | undefined {
	const [first, last] = [guess(from), guess(to)];
	return first && last && ![first, last].some((date) => /[/[]/.test(date)) ? `${first}/${last}` : undefined;
}

/** The EDTF that a text probably means; undefined if there is none, or more than one reading. */
export function guess(text: string): string | undefined {
	if (text.length > 48) return undefined;
	const plain = text
		.normalize('NFKC')
		.replace(/[‐-―−]/g, '-')
		.replace(/\s+/g, ' ')
		.trim();
	const neat = plain
		.replace(/ ?([/,~?%]|\.\.) ?/g, '$1')
		.replace(/\(\?\)/, '?')
		.replace(/ ?\?$/, '?')
		.replace(/\?~$|~\?$/, '%');
	if (isDate(neat)) return neat;
	for (const [pattern, write] of rules) {
		const match = pattern.exec(plain);
		const written = match && write(...match.slice(1));
		if (written && (written.startsWith('[') || isDate(written))) return written;
	}
	return undefined;
}

/** Whether a text is a date or an interval; gives no reason, since finding one needs `guess`, which is slow. */
export function isDate(text: string): boolean {
	const points = text.split('/').filter((end) => end && end !== '..');
	if (!points.length || text.split('/').length > 2) return false;
	try {
		const [first, last = first] = points.map(parsePoint);
		return first.min < last.max;
	} catch {
		return false;
	}
}
