/** Parts of years and months in Chinese, and decades and centuries: 2018年前半年, 第三季度, 上世纪90年代, 5月中旬. */
import { readHan } from '../numerals/han.ts';
import { chineseCount, chineseCounts, chineseMonths, chineseUnit, chineseYears, yearInChinese } from './chinese.ts';
import { isDuration } from './amounts.ts';
import { digitYears, gap } from './english.ts';
import { centuryOf, decadeOf, fiscalYear, nthOf, partOf, wholeDate, type Part } from './parts.ts';
import { between, grains, limits } from './points.ts';
import { rule, type Rule } from './rule.ts';

const words: readonly [RegExp, Part][] = [
	[/前后|左右/, 'around'],
	[/前三季/, 'quarters3'],
	[/上半|前半/, 'half1'],
	[/下半|后半/, 'half2'],
	[/[一1]季/, 'quarter1'],
	[/[二2]季/, 'quarter2'],
	[/[三3]季/, 'quarter3'],
	[/[四4]季/, 'quarter4'],
	[/中/, 'mid'],
	[/初|早期|上旬|前期/, 'early'],
	[/底|末|晚期|下旬|后期/, 'late'],
	[/春/, 'spring'],
	[/夏/, 'summer'],
	[/秋/, 'autumn'],
	[/冬/, 'winter']
];
const partIn = (text: string) => words.find(([pattern]) => pattern.test(text))![1];
const yearParts =
	'(?:年初|年中|年底|年末|岁末|[早中末晚前后]期|初期?(?!中|次|步|始|衷|[一二三四五六七八])|底(?!特|层|部)|末(?!端)|[上下前后]半年|前三季度|春[天季]?(?!节|晚|运|游|耕|风|联)|夏[天季]?(?!令|威|普)|秋[天季]?|冬[天季]?(?!奥)|第?[一二三四1-4]个?季度|前后|左右)';
const monthParts = '(?:初|上旬|中旬|下旬|底|末|中(?=[,.;,]|$)|上半月|下半月)';
const relativeYear = '(?:今年|去年|前年|明年|当年|次年|翌年|同年)';
const decadeNumbers = '(?:[2-9]0|[二三四五六七八九]十)';
const centuryNumbers = '(?:\\d{1,2}|十[一二三四五六七八九]?|二十一?)';

const numberOf = (text: string) => (/^\d/.test(text) ? Number(text) : readHan(text));
/** 90, 九十 → 9 */
const tensOf = (text: string) => (/^\d/.test(text) ? Number(text) : readHan(text)) / 10;

export const chineseParts: Rule[] = [
	rule(
		`(?<x>${chineseYears})(?:的|,)?${gap}(?<p>${yearParts})`,
		({ x, p }, at) => {
			const said = yearInChinese(x!, at);
			return said && partOf(partIn(p!), { kind: 'partial', calendar: { year: said.year }, relative: said.relative });
		},
		'i',
		isDuration
	),
	rule(
		`(?<x>(?:${chineseYears})?${gap}(?<![\\d第])(?:${chineseMonths}|本月|当月|上个?月|下个?月))(?:的)?${gap}(?<p>${monthParts})`,
		({ x, p }, at) => partOf(partIn(p!), at.one(x!.trim()))
	),
	rule(`(?<!\\d|\\d\\.|[-/])(?<y>${digitYears})学年`, ({ y }) => ({
		kind: 'whole',
		edtf: y!,
		sense: 'vague',
		reach: {
			min: limits({ year: Number(y), month: 8 })[0],
			max: limits({ year: Number(y) + 1, month: 8 })[1],
			grain: grains.year
		}
	})),
	// The same months of another year.
	rule(`(?<y>${chineseYears})同期`, ({ y }, at) => {
		const said = yearInChinese(y!, at);
		return said && { kind: 'partial', calendar: { year: said.year }, sense: 'vague', relative: said.relative };
	}),
	// 2024下半年, as in tables.
	rule(`(?<!\\d|\\d\\.)(?<y>${digitYears})${gap}(?<p>[上下]半年|第?[一二三四1-4]季度)`, ({ y, p }) =>
		partOf(partIn(p!), { kind: 'partial', calendar: { year: Number(y) } })
	),
	rule(
		`(?<!\\d|\\d\\.)(?<y>${digitYears})(?:[-/](?<z>\\d\\d|${digitYears}))?${gap}(?:财年|财政年度|会计年度)(?:的?第?[一二三四1-4]个?季度|[上下]半年)?`,
		({ y, z }) => fiscalYear(Number(y), z === undefined ? undefined : Number(z.length === 2 ? y!.slice(0, 2) + z : z))
	),
	// 上半年, 第三季度: in the year named before, else in the article’s.
	rule(
		`(?<![年个第一-九\\d])(?:(?<p>[上下]半年|第?[一二三四]季度|第[1-4]季度|前三季度|(?<!大)年初(?![一二三四五六七八])|年底|年末|年中)|(?<m>[上下]半月))(?!度)`,
		({ p, m }, at) => {
			if (m)
				return partOf(
					partIn(m),
					at.now && { kind: 'partial', calendar: { year: at.now.year, month: at.now.month }, relative: true }
				);
			const part = p ? partIn(p) : null;
			const year = (at.own && at.named?.year) || at.now?.year;
			if (year === undefined || !at.now) return null;
			if (part) return partOf(part, { kind: 'partial', calendar: { year }, relative: true });
			return null;
		}
	),
	rule(`(?<way>上|下)个半年`, ({ way }, at) => {
		if (!at.now) return null;
		const half = at.now.year * 2 + (at.now.month > 6 ? 1 : 0) + (way === '上' ? -1 : 1);
		return partOf(half % 2 ? 'half2' : 'half1', {
			kind: 'partial',
			calendar: { year: Math.floor(half / 2) },
			relative: true
		});
	}),
	rule(
		`(?:(?<e>(?:公元)?前)?(?<!\\d|\\d\\.)(?<c>${centuryNumbers})世纪|(?<ago>[上本])个?世纪)(?:(?<d>${decadeNumbers})年代)?(?<p>[初末中早晚]期?|前半叶?|后半叶?|上半叶|下半叶)?`,
		({ e, c, ago, d, p }, at) => {
			const number = c ? numberOf(c) : at.now && Math.floor(at.now.year / 100) + (ago === '上' ? 0 : 1);
			if (number === null) return null;
			const century = centuryOf(number, e !== undefined);
			const of = wholeDate(d ? `${century.slice(0, 2)}${tensOf(d)}X` : century);
			return p ? partOf(partIn(p), of) : of;
		}
	),
	// 上世纪60至70年代, 1960至1970年代, 五六十年代
	rule(
		`(?:(?:(?<c>${centuryNumbers})世纪|(?<ago>[上本])个?世纪)的?)?(?<![\\d一二三四五六七八九十])(?:(?<a>(?:1\\d|20)?[0-9]0|${decadeNumbers})(?:年代?)?(?:至|到|-|[、和与及,])(?<b>(?:1\\d|20)?[0-9]0|${decadeNumbers})|(?<a1>[二三四五六七八])(?<b1>[三四五六七八九])十)年代`,
		({ c, ago, a, b, a1, b1 }, at) => {
			const ofCentury = c
				? numberOf(c) - 1
				: ago && at.now
					? Math.floor(at.now.year / 100) - (ago === '上' ? 1 : 0)
					: null;
			const decade = (text: string, before?: string) => {
				if (/^\d{4}$/.test(text)) return text.slice(0, 3);
				const tens = tensOf(text);
				if (before !== undefined) return `${before.slice(0, 2)}${tens}`;
				return ofCentury === null ? decadeOf(tens, at).edtf.slice(0, 3) : `${ofCentury}${tens}`;
			};
			let first = decade(a ?? `${a1}十`);
			let last = decade(b ?? `${b1}十`, first);
			if (Number(first) >= Number(last)) return null;
			// Both decades must have begun.
			if (ofCentury === null && at.now && Number(last) * 10 > at.now.year)
				[first, last] = [first, last].map((one) => String(Number(one) - 10)) as [string, string];
			const span = between({ year: Number(first) * 10 }, { year: Number(last) * 10 + 9 });
			return { ...wholeDate(span), ends: [`${first}X`, `${last}X`] };
		}
	),
	rule(`(?<!\\d|\\d\\.)(?:(?<d>\\d{3})0|(?<s>${decadeNumbers}))年代(?<p>[初末中早晚后前]期?)?`, ({ d, s, p }, at) => {
		const of = d ? wholeDate(`${d}X`) : decadeOf(tensOf(s!), at);
		return p ? partOf(partIn(p), of) : of;
	}),
	rule(
		`(?<x>${chineseYears}|${relativeYear}|(?:${chineseYears})?${chineseMonths})${gap}(?:的)?${gap}(?<w>第|最后|前|头|后)${gap}(?<n>${chineseCounts})?${gap}(?<u>个?月|个?周|个?星期|[天日])(?![一二三四五六末年])`,
		({ x, w, n, u }, at) => {
			const count = n ? chineseCount(n) : 1;
			const fromEnd = /最后|后/.test(w!);
			return w === '第'
				? nthOf(at.one(x!), chineseUnit(u!), count, 1, at)
				: nthOf(at.one(x!), chineseUnit(u!), fromEnd ? -1 : 1, count, at);
		}
	)
];
