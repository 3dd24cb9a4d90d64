/** “More than”, “nearly”, 不到: how words hedge a number, and whether one hedge follows from another. */

export type Qualifier = 'exactly' | 'about' | 'over' | 'under' | 'nearly' | 'down-to' | 'at-most';

const no = String.raw`(?<!\b(?:no|not|nor|never|nothing) )`;
// 不超过 is at most, 不少于 is over: what is denied is looked for first.
const before: [Qualifier, RegExp][] = [
	[
		'at-most',
		/(?:不超过|不高于|不大于|不多于|最多|至多|顶多|(?:no|not) (?:more|greater|larger|longer|higher) than ?|\b(?:at (?:the )?most|a maximum of|(?<!\b(?:went|goes|gone|going|go|moved?|rose|rises|risen|jump(?:s|ed)|shot|climb(?:s|ed)|push(?:es|ed)) )up to) ?)$/i
	],
	[
		'over',
		/(?:不少于|不低于|不下于?|不小于|至少|最少|起码|(?:no|not) (?:less|fewer|smaller|lower|shorter) than ?|\b(?:at (?:the very )?least|a minimum of) ?)$/i
	],
	['down-to', /(?:降至|降到|跌至|跌到|减至|缩减到|落到|\b(?:down|fell|fallen|dropped|declined|shrunk|shrank) to ?)$/i],
	[
		'nearly',
		/(?:(?<![附远最靠临])近|将近|接近|逼近|几近|几乎)(?:了|总数|总量|总额|全部|全体|其中|全国|全球|总人口|人口|所有)*的?$|(?:将近|接近)[^,.;:\d]{1,12}的$|(?:(?:nearly|almost|close to|just (?:under|short of|shy of|below)|not quite|approaching|virtually) ?)$/i
	],
	[
		'under',
		new RegExp(
			`(?:(?:不到|不足|低于|少于|小于)[^,.;:\\d]{0,12}|未满|不满|未到|\\b(?:under|not yet|${no}less than|${no}fewer than|below|${no}smaller than|short of) ?)$`,
			'i'
		)
	],
	[
		'over',
		new RegExp(
			`(?:超|超过|超出|逾|多于|高于|大于|突破)(?:了|总数|总量|总额|全部|全体|其中|全国|全球|总人口|人口|所有)*的?$|(?:\\b(?:over|${no}more than|above|exceed(?:s|ed|ing)?|in excess of|upwards? of|${no}greater than|${no}larger than|surpass(?:es|ed|ing)?|topp(?:ed|ing)|beyond|well past) ?)$`,
			'i'
		)
	],
	[
		'about',
		/(?:约为[^,.;:\d]{0,24}|(?<![节条和大公预合契])约|大约|大概|约合|估计(?:有|为)?|差不多|\b(?:about|around|roughly|some|approximately|an estimated|circa|ca?\.|in the region of|in the order of|or so) ?|~)$/i
	]
];
const after: [Qualifier, RegExp][] = [
	[
		'over',
		/^(?:多|余)?[^,.;]{0,3}?(?:以上|之多|多(?![了于少出达半数次样]))|^余|^(?:\+| or more\b| or above\b|-plus\b| plus\b|-odd\b| odd\b| and more\b)/i
	],
	['under', /^[^,.;]{0,3}?(?:以下|以内|之内)|^ or (?:less|fewer|below)\b/i],
	['about', /^来(?!自|到|源)|^[^,.;]{0,3}?(?:左右|上下|前后)|^,? ?or (?:so|thereabouts|roughly that)\b/i]
];
/** Between a hedge and its number: “more than the 200”, 超过了200; “short of the 200” compares with all of them. */
const between = /(?:(?<!\bshort of )\b(?:the|a|an|its|their|his|her|another|these|those) ?|了)$/i;

/** UTF-16 units after a number in which its hedge is: “ or thereabouts”, and what ends the word. */
const longest = 18;

/** @param left text up to the number and its currency @param right text after the number, without its unit */
export function qualifierOf(left: string, right: string): Qualifier {
	const found = (text: string) => before.find(([, words]) => words.test(text))?.[0];
	return (
		found(left) ??
		found(left.replace(between, '')) ??
		after.find(([, words]) => words.test(right.slice(0, longest)))?.[0] ??
		'exactly'
	);
}

/** As messages print them; texts have no word for `exactly`. */
export const hedges: Record<Qualifier, string> = {
	exactly: 'exactly',
	about: 'about',
	over: 'more than',
	under: 'less than',
	nearly: 'nearly',
	'at-most': 'at most',
	'down-to': 'down to'
};

/** The largest difference, as a share, at which one number is “nearly” or “about” another. */
const near = 0.1;

interface Amount {
	value: number;
	/** One unit of the last significant digit: 1000 for 174,000, 100,000 for 17.4 million; 0 for a fraction. */
	step: number;
	qualifier: Qualifier;
}

/** To be held against one another: the number that it shrank to is that number. */
const plain = {
	exactly: 'exactly',
	about: 'about',
	over: 'over',
	under: 'under',
	nearly: 'nearly',
	'down-to': 'exactly',
	'at-most': 'under'
} as const satisfies Record<Qualifier, Qualifier>;

const atStep = (value: number, step: number, round: (value: number) => number) =>
	// Binary rounding errors must not push a whole number past itself.
	round(Number((value / step).toPrecision(12))) * step;
const same = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/**
 * Does a number as told follow from the source’s? A less exact one may, if the rounding keeps it true: “more than
 * 174,000” for 174,429, “nearly 60%” for 57.3%.
 * @returns same: value and hedge agree; rounded: true, but less exact; hedge: same value, other hedge; null: other
 * value
 */
export function follows(told: Amount, there: Amount): 'same' | 'rounded' | 'hedge' | null {
	if (same(told.value, there.value)) {
		if (told.qualifier === there.qualifier) return 'same';
		// A number is at most itself.
		if (told.qualifier === 'at-most' && ['exactly', 'down-to'].includes(there.qualifier)) return 'rounded';
	}
	const [is, of] = [plain[told.qualifier], plain[there.qualifier]];
	if (same(told.value, there.value)) {
		if (is === of) return 'same';
		// “About” a number is true of the number itself and of “nearly” that number.
		if (is === 'about' && (of === 'exactly' || of === 'nearly')) return 'rounded';
		if (is === 'under' && of === 'nearly') return 'rounded';
		return 'hedge';
	}
	if (told.step <= there.step) return null;
	const isBelow = there.value < told.value;
	const isNear = Math.abs(told.value - there.value) <= near * Math.max(told.value, there.value);
	const rounds = (how: (value: number) => number) => same(atStep(there.value, told.step, how), told.value);
	if (
		!rounds(Math.round) &&
		!(isBelow ? rounds(Math.ceil) && is !== 'exactly' : rounds(Math.floor) && is !== 'exactly')
	)
		return null;
	if (of === 'exactly') {
		if (is === 'exactly') return rounds(Math.round) ? 'rounded' : null;
		if (is === 'about') return isNear ? 'rounded' : null;
		if (is === 'nearly') return isBelow && isNear ? 'rounded' : 'hedge';
		return (is === 'under') === isBelow ? 'rounded' : 'hedge';
	}
	if (is === of && is === 'about') return isNear ? 'rounded' : null;
	if (is === 'over' && of === 'over') return isBelow ? 'hedge' : 'rounded';
	if (is === 'under' && (of === 'under' || of === 'nearly')) return isBelow ? 'rounded' : 'hedge';
	if (is === 'about' && (of === 'nearly' || of === 'about')) return isNear ? 'rounded' : null;
	return 'hedge';
}
