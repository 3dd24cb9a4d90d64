/** Numbers in English words: forty-two, three hundred and fifty thousand, twentieth. */

export const ones =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' '
	);
export const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
export const english = new Map<string, number>([
	...ones.map((word, value): [string, number] => [word, value]),
	...tens.map((word, index): [string, number] => [word, (index + 2) * 10])
]);
export const scales: Record<string, number> = {
	dozen: 12,
	hundred: 1e2,
	thousand: 1e3,
	million: 1e6,
	billion: 1e9,
	trillion: 1e12,
	k: 1e3,
	m: 1e6,
	mn: 1e6,
	mln: 1e6,
	bn: 1e9,
	b: 1e9,
	tn: 1e12
};
/** Denominators: a third. */
export const parts: Record<string, number> = {
	half: 2,
	third: 3,
	quarter: 4,
	fourth: 4,
	fifth: 5,
	sixth: 6,
	seventh: 7,
	eighth: 8,
	ninth: 9,
	tenth: 10
};

export const ordinals =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
		' '
	);
export const scaleOf = (word: string) => scales[word.toLowerCase().replace(/s$/, '')] ?? 10;

/** Value of “three hundred and fifty thousand”. */
export function englishValue(text: string): number {
	let [total, part] = [0, 0];
	for (const one of text.toLowerCase().split(/ and |[ -]/)) {
		const times = scales[one];
		if (times === undefined) part += /^an?$/.test(one) ? 1 : (english.get(one) ?? NaN);
		else if (times < 1000) part *= times;
		else [total, part] = [total + part * times, 0];
	}
	return total + part;
}
