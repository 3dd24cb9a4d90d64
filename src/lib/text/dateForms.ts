/**
 * Dates in the forms of the platform’s calendar. A browser takes 40 ms to make the first `Intl.DateTimeFormat` of a
 * page, so what is needed at once is taken along: how a form is put together, and its names of months.
 */

/** Forms of the explorer’s dates, of those of its ticks, and of clocks. */
export const longDay = { day: 'numeric', month: 'long', year: 'numeric' } as const;
export const shortDay = { day: 'numeric', month: 'short', year: 'numeric' } as const;
export const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const ofTicks = [
	{ month: 'short' },
	{ month: 'short', year: 'numeric' },
	{ month: 'short', day: 'numeric' },
	shortDay,
	clock
] as const;

/** “{day} {month} {year}”, and the twelve names for `month`. */
interface DateForm {
	words: string;
	months: string[];
}

/** By `keyOf`. */
export type DateForms = Record<string, DateForm>;

/** What formats a time, ms. */
export type Formatter = Pick<Intl.DateTimeFormat, 'format'>;

const keyOf = (lang: string, { day, month, year, hour }: Intl.DateTimeFormatOptions) =>
	[lang, day, month, year, hour].join();
const platform = (lang: string, options: Intl.DateTimeFormatOptions) =>
	new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' });

const formatters = new Map<string, Formatter>();

/**
 * @param lang BCP 47
 * @param options day, month, year, and a clock; UTC
 * @returns the same object each time: creating one costs as much as a layout
 */
export function formatter(lang: string, options: Intl.DateTimeFormatOptions): Formatter {
	const key = keyOf(lang, options);
	const known = formatters.get(key) ?? taken(lang, options) ?? platform(lang, options);
	formatters.set(key, known);
	return known;
}

let along: DateForms = {};

/** Has these forms used from now on, in place of the platform’s. */
export const takeForms = (forms: DateForms): void => void (along = { ...along, ...forms });

function taken(lang: string, options: Intl.DateTimeFormatOptions): Formatter | undefined {
	const form = along[keyOf(lang, options)];
	return form && { format: (time) => format(form, Number(time)) ?? platform(lang, options).format(time) };
}

/** @returns undefined for a year that is not written with its digits alone */
function format({ words, months }: DateForm, time: number): string | undefined {
	const date = new Date(time);
	const year = date.getUTCFullYear();
	if (!(year > 0 && year < 10_000)) return undefined;
	const two = (n: number) => String(n).padStart(2, '0');
	const values: Record<string, string | number> = {
		day: date.getUTCDate(),
		month: months[date.getUTCMonth()],
		year,
		hour: two(date.getUTCHours()),
		minute: two(date.getUTCMinutes())
	};
	return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/**
 * @param lang of the ticks, BCP 47
 * @param dates language that words the dates of items
 * @returns what `takeForms` takes; without a form that depends on more than its numbers and the name of its month, or
 * is of another calendar or other digits: the platform writes that
 */
export function dateForms(lang: string, dates: string): DateForms {
	const wanted = [
		...ofTicks.map((options) => ({ lang, options })),
		...[longDay, shortDay, { ...longDay, ...clock }].map((options) => ({ lang: dates, options }))
	];
	return Object.fromEntries(
		wanted.flatMap(({ lang, options }) => {
			const form = formOf(platform(lang, options));
			return form ? [[keyOf(lang, options), form] as const] : [];
		})
	);
}

function formOf(written: Intl.DateTimeFormat): DateForm | undefined {
	if (written.resolvedOptions().calendar !== 'gregory') return undefined;
	const samples = Array.from({ length: 12 }, (_, month) =>
		[3, 28].map((day) => Date.UTC(2021, month, day, 4, 5))
	).flat();
	const found = samples.map((time) => {
		const parts = written.formatToParts(time);
		const isNumber = ({ type }: Intl.DateTimeFormatPart) => type !== 'literal' && type !== 'era';
		return {
			words: parts.map((part) => (isNumber(part) ? `{${part.type}}` : part.value)).join(''),
			month: parts.find(({ type }) => type === 'month')?.value ?? ''
		};
	});
	const form = { words: found[0].words, months: found.filter((_, n) => n % 2 === 0).map(({ month }) => month) };
	return samples.every((time) => format(form, time) === written.format(time)) ? form : undefined;
}
