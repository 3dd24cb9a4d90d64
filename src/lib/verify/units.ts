/** What a number counts, by the words beside it: currency, measure of time or length, per cent or percentage points. */

/** Currencies by ISO 4217. ¥ is yuan or yen, and a dollar without a country may be any dollar. */
const before: [RegExp, string][] = [
	[/(?:US\$|USD ?|美元)$/, 'USD'],
	[/(?:HK\$|HKD ?)$/, 'HKD'],
	[/(?:(?:A|AU)\$|AUD ?)$/, 'AUD'],
	[/(?:(?:C|CA)\$|CAD ?)$/, 'CAD'],
	[/(?:NT\$|TWD ?)$/, 'TWD'],
	[/\$$/, '$'],
	[/(?:€|EUR ?)$/, 'EUR'],
	[/(?:£|GBP ?)$/, 'GBP'],
	[/(?:RMB|CNY|人民币) ?$/, 'CNY'],
	[/(?:JPY ?)$/, 'JPY'],
	[/(?:CHF|Fr\.) ?$/, 'CHF'],
	[/¥$/, '¥'],
	[/(?:₩|KRW ?)$/, 'KRW'],
	[/(?:₹|INR ?|Rs\.? ?)$/, 'INR']
];
const after: [RegExp, string][] = [
	[/^(?:美元|美金|[- ]?(?:US|U\.S\.|American) dollars?\b)/i, 'USD'],
	[/^(?:港元|港币|[- ]?Hong Kong dollars?\b)/i, 'HKD'],
	[/^(?:澳元|[- ]?Australian dollars?\b)/i, 'AUD'],
	[/^(?:加元|[- ]?Canadian dollars?\b)/i, 'CAD'],
	[/^(?:新台币|台币)/, 'TWD'],
	[/^[- ]?dollars?\b/i, '$'],
	[/^(?:欧元|[- ]?euros?\b)/i, 'EUR'],
	// A pound is also a weight: “pounds” alone does not show which.
	[/^(?:英镑|[- ]?(?:pounds sterling|British pounds)\b)/i, 'GBP'],
	[/^[- ]?pounds?\b/i, 'pound'],
	[/^(?:日元|[- ]?(?:Japanese )?yen\b)/i, 'JPY'],
	[/^(?:韩元|[- ]?(?:South Korean )?won\b)/i, 'KRW'],
	[/^(?:卢布|[- ]?(?:Russian )?roubles?\b|[- ]?rubles?\b)/i, 'RUB'],
	[/^(?:卢比|[- ]?(?:Indian )?rupees?\b)/i, 'INR'],
	[/^(?:瑞士法郎|[- ]?Swiss francs?\b)/i, 'CHF'],
	[/^(?:法郎|[- ]?(?:French )?francs?\b)/i, 'FRF'],
	[/^(?:马克|[- ]?(?:German |Deutsche )?marks?\b)/i, 'DEM'],
	[/^(?:元|块钱|人民币|[- ]?(?:yuan|renminbi)\b)/i, 'CNY']
];
const alike: Record<string, readonly string[]> = {
	$: ['USD', 'HKD', 'AUD', 'CAD', 'TWD'],
	'¥': ['CNY', 'JPY'],
	pound: ['GBP']
};
const most = 24;

/** @param left text before the number @param right text after it */
export function currencyOf(left: string, right: string): string | undefined {
	const [close, next] = [left.slice(-most), right.trimStart().slice(0, most)];
	const sign = before.find(([words]) => words.test(close))?.[1];
	const word = after.find(([words]) => words.test(next))?.[1];
	return sign === '$' && word && alike.$.includes(word) ? word : (sign ?? word);
}

export function sameCurrency(one: string | undefined, other: string | undefined): boolean {
	if (!one || !other || one === other) return true;
	return (alike[one]?.includes(other) ?? false) || (alike[other]?.includes(one) ?? false);
}

/** Measures that must never be confused, whatever is counted, with the names that messages print. */
const measures: [string, RegExp][] = [
	['seconds', /^(?:秒钟?|[- ]?seconds?\b)/i],
	['minutes', /^(?:分钟|[- ]?min(?:ute)?s?\b)/i],
	['hours', /^(?:个?(?:多|半)?(?:小时|钟头)|[- ]?(?:hours?|hrs?)\b)/i],
	['days', /^(?:天|昼夜|[- ]?days?\b)/i],
	['weeks', /^(?:个?(?:多|半)?(?:星期|礼拜)|周(?!年)|[- ]?weeks?\b)/i],
	['months', /^(?:个(?:多|半)?月|[- ]?months?\b)/i],
	['decades', /^(?:个年代|[- ]?decades?\b)/i],
	['centuries', /^(?:个?世纪|[- ]?centur(?:y|ies)\b)/i],
	['years of age', /^(?:周?岁|[- ]?years?[- ]old\b|[- ]?years? of age\b)/i],
	['years', /^(?:年|周年|[- ]?years?\b)/i],
	['kilometres per hour', /^(?:公里\/(?:小?时)|[- ]?(?:km\/h|kph|kilomet(?:re|er)s? (?:an|per) hour)\b)/i],
	['miles per hour', /^(?:英里\/(?:小?时)|[- ]?(?:mph|miles? (?:an|per) hour)\b)/i],
	['square kilometres', /^(?:平方公里|[- ]?(?:sq(?:uare)? ?(?:km|kilomet(?:re|er)s?)|km2)\b)/i],
	['square metres', /^(?:平方米|[- ]?(?:sq(?:uare)? ?met(?:re|er)s?|m2)\b)/i],
	['square miles', /^(?:平方英里|[- ]?sq(?:uare)? ?miles?\b)/i],
	['cubic metres', /^(?:立方米|[- ]?(?:cubic met(?:re|er)s?|m3)\b)/i],
	['kilometres', /^(?:公里|千米|[- ]?(?:km|kilomet(?:re|er)s?)\b)/i],
	['miles', /^(?:英里|[- ]?miles?\b)/i],
	['centimetres', /^(?:厘米|[- ]?(?:cm|centimet(?:re|er)s?)\b)/i],
	['millimetres', /^(?:毫米|[- ]?(?:mm|millimet(?:re|er)s?)\b)/i],
	['metres', /^(?:米|[- ]?met(?:re|er)s?\b)/i],
	['feet', /^(?:英尺|[- ]?(?:feet|foot|ft)\b)/i],
	['inches', /^(?:英寸|[- ]?inch(?:es)?\b)/i],
	['acres', /^(?:英亩|[- ]?acres?\b)/i],
	['hectares', /^(?:公顷|[- ]?hectares?\b)/i],
	['tonnes', /^(?:吨|[- ]?(?:tonnes?|(?:metric )?tons?)\b)/i],
	['kilograms', /^(?:公斤|千克|[- ]?(?:kg|kilogram(?:me)?s?|kilos?)\b)/i],
	['pounds', /^(?:磅|[- ]?lbs?\b)/i],
	['litres', /^(?:升|公升|[- ]?lit(?:re|er)s?\b)/i],
	['gallons', /^(?:加仑|[- ]?gallons?\b)/i],
	['barrels', /^(?:桶|[- ]?barrels?\b)/i],
	['volts', /^(?:伏特?|[- ]?volts?\b|V\b)/],
	['kilowatts', /^(?:千瓦(?!时)|[- ]?(?:kW|kilowatts?)\b)/],
	['megawatts', /^(?:兆瓦|[- ]?(?:MW|megawatts?)\b)/],
	['degrees', /^(?:摄氏度|华氏度|度|°|[- ]?degrees?\b)/i]
];

/** Words that may stand between a number and what it measures: “240 consecutive hours”. */
const filler = /^(?:[多余来几]|[- ]?(?:or more|or so|consecutive|full|whole|long|more|further|straight|and a half)\b)/i;

/** The measure that directly follows a number: `hours` for both “240-hour” and 240小时. */
export function measureOf(right: string): string | undefined {
	const next = right.trimStart().slice(0, most);
	const bare = next.replace(filler, '').trimStart();
	return measures.find(([, words]) => words.test(next) || words.test(bare))?.[0];
}

/** How many of the smallest of its kind a measure is; a month has no length in days. */
const sizes: readonly Record<string, number>[] = [
	{ seconds: 1, minutes: 60, hours: 3600, days: 86_400, weeks: 604_800 },
	{ months: 1, years: 12, decades: 120, centuries: 1200 },
	{ millimetres: 1, centimetres: 10, metres: 1000, kilometres: 1_000_000 },
	{ inches: 1, feet: 12, miles: 63_360 },
	{ kilograms: 1, tonnes: 1000 },
	{ kilowatts: 1, megawatts: 1000 }
];

/** How many of one measure another is: 24 hours to a day; null where they are not of one kind. */
export function measuresIn(one: string | undefined, other: string | undefined): number | null {
	if (!one || !other || one === other) return null;
	const kind = sizes.find((sizes) => one in sizes && other in sizes);
	return kind ? kind[other] / kind[one] : null;
}

/** What a number is followed by where that is no measure: a noun or a counter. */
export const isCounted = (right: string) => /^(?:[- ]?[\p{Ll}]{3,}|\p{sc=Han})/u.test(right);
