/** Where two centuries or decades meet: the turn of the century, the turn of the 1970s, 世纪之交, 19、20世纪之交. */
import { readHan } from '../numerals/han.ts';
import { ordinals, placeOf } from './english.ts';
import { grains, limits } from './points.ts';
import { rule, type Rule } from './rule.ts';
import type { WholeDate } from './term.ts';

/** Years on either side of a turn that still belong to it. */
const slack = { century: 10, decade: 2 };

function turnAt(year: number, of: keyof typeof slack, others: number[] = [], relative = false): WholeDate {
	const reach = (at: number) => [limits({ year: at - slack[of] })[0], limits({ year: at + slack[of] })[1]];
	const [min, max] = reach(year);
	return {
		kind: 'whole',
		edtf: `${year}~`,
		sense: 'vague',
		relative,
		reach: { min, max, grain: grains.year },
		others: others.map((other) => `${other - slack[of]}/${other + slack[of]}`)
	};
}

/** The turn of an unnamed century: the one nearest to the year named before, else the last two. */
function turnNear(named: number | undefined, now: number | undefined): WholeDate | null {
	if (named !== undefined) return turnAt(Math.round(named / 100) * 100, 'century', [], true);
	if (now === undefined) return null;
	const last = Math.floor((now + slack.century) / 100) * 100;
	return turnAt(last, 'century', [last - 100], true);
}

/** “The turn of the 19th century” may mean 1800 or 1900; that of the 20th only 1900. */
const turnOf = (century: number): WholeDate =>
	turnAt((century - 1) * 100, 'century', century < 20 ? [century * 100] : []);

export const englishTurns: Rule[] = [
	rule(`\\b(?:the )?turn of (?:the|this) (?:new |last )?century(?![a-z])`, (_, at) =>
		turnNear(at.own ? at.named?.year : undefined, at.now?.year)
	),
	rule(`\\b(?:the )?turn of the (?:new |last )?millennium(?![a-z])`, () => turnAt(2000, 'century')),
	rule(`\\b(?:the )?turn of the (?<c>${ordinals})[ -]century(?! ?B)`, ({ c }) => turnOf(placeOf(c!))),
	rule(`\\b(?:the )?turn of the (?<d>(?:1\\d|20)\\d0)'?s(?![a-z])`, ({ d }) =>
		turnAt(Number(d), d!.endsWith('00') ? 'century' : 'decade')
	)
];

const number = '(?:\\d{1,2}|十[一二三四五六七八九]?|二十一?)';
const numberOf = (text: string) => (/^\d/.test(text) ? Number(text) : readHan(text));

export const chineseTurns: Rule[] = [
	rule(`(?<!\\d|\\d\\.)${number}(?:世纪)?(?:[、,和与]|至|到|-)(?<c>${number})世纪(?:之交|交替)`, ({ c }) =>
		turnAt((numberOf(c!) - 1) * 100, 'century')
	),
	rule(`(?<!\\d|\\d\\.|[、,和与至到-])(?<c>${number})世纪之交`, ({ c }) => turnOf(numberOf(c!))),
	rule(`(?<![\\d十一])世纪之交`, (_, at) => turnNear(at.own ? at.named?.year : undefined, at.now?.year))
];
