import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from './date.ts';

const problemOf = (text: string) => {
	const read = parseDate(text);
	return 'problem' in read ? read.problem : undefined;
};

/** The dates that a message tells the editor to write. */
function advised(message: string): string[] {
	const advice = message.slice(message.lastIndexOf('write ') + 'write '.length).replace(/\([^()]*\)/g, '');
	return advice
		.split(/, or |, |; | or | for /)
		.map((part) => part.trim())
		.filter((part) => /\d/.test(part) && /^[\dXYTZES~?%/.:{}[\]+,-]+$/.test(part) && !/^\d\d$/.test(part));
}

const two = (n: number) => String(n).padStart(2, '0');
const four = (n: number) => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0');
const year = fc.integer({ min: 1000, max: 2999 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 28 });
const names = 'January February March April May June July August September October November December'.split(' ');

describe('what is no date gets one sentence that says what to write', () => {
	it.each([
		['2025-02-30', '"2025-02-30" is not a date: February 2025 has 28 days; write a day from 01 to 28'],
		['2025-02-29', '"2025-02-29" is not a date: February 2025 has 28 days; write a day from 01 to 28'],
		['2024-02-30', '"2024-02-30" is not a date: February 2024 has 29 days; write a day from 01 to 29'],
		['1900-02-29', '"1900-02-29" is not a date: February 1900 has 28 days; write a day from 01 to 28'],
		['31.04.2025', '"31.04.2025" is not a date: April 2025 has 30 days; write a day from 01 to 30'],
		['2025-13', '"2025-13" has no month 13; write 01 to 12 (or 21–41 for a season, quarter, third or half)'],
		['30.11.2022', '"30.11.2022" is not EDTF; write 2022-11-30'],
		['Nov 2022', '"Nov 2022" is not EDTF; write 2022-11'],
		['44 BC', '"44 BC" is not EDTF; write -0043 (year 0000 is 1 BCE)'],
		['2024-11/2024-01', 'the end comes before the start in "2024-11/2024-01"; write 2024-01/2024-11']
	])('%s', (text, message) => {
		expect(problemOf(text)).toBe(message);
	});

	it.each([
		['2025-04-00', /or 2025-04 for the whole month$/],
		['1990-95', /no month 95.*or 1990\/1995 for years$/],
		['2022-13-01', /no month 13; write 2022-01-13 \(year-month-day\)$/],
		['2025-21-05', /write 2025-05-21 .*or 2025-21, a part of the year/],
		['5/6/2025', /write 2025-06-05, or 2025-05-06 if its month comes first/],
		['79', /write 0079/],
		['199', /write 0199, or 199X for the 1990s/],
		['12345', /write Y12345$/],
		['2025-05-01T10:00Z', /no seconds; write 2025-05-01T10:00:00Z$/],
		['2024-13/2025', /in "2024-13\/2025": .*no month 13/],
		['[2024-13,2025]', /in "\[2024-13,2025\]": .*no month 13/],
		['[2005..2001]', /write \[2001\.\.2005\]/],
		['[..1984,2000..]', /open at both ends; write \.\. at one end only/],
		['[1984,..1985,1990]', /write \.\. between two dates/],
		['[]', /no choice; write \[1960,1961\]/],
		['../..', /open at both ends/],
		['/', /open at both ends/],
		['..', /write 2022-11-30, 2022-11 or 2022/],
		['soon', /write 2022-11-30, 2022-11 or 2022/],
		['', /write 2022-11-30, 2022-11 or 2022/]
	])('%s', (text, message) => {
		expect(problemOf(text)).toMatch(message);
	});

	it.each([
		['11/30/2022', '2022-11-30'],
		['2022/11/30', '2022-11-30'],
		['2022/11', '2022-11'],
		['12/2022', '2022-12'],
		['20250506', '2025-05-06'],
		['2025-1-2', '2025-01-02'],
		['2025–05', '2025-05'],
		['30 November 2022', '2022-11-30'],
		['November 30, 2022', '2022-11-30'],
		['3rd May 2025', '2025-05-03'],
		['2022年11月30日', '2022-11-30'],
		['2022年', '2022'],
		['BC 44', '-0043'],
		['15 March 44 BC', '-0043-03-15'],
		['公元前44年3月', '-0043-03'],
		['AD 79', '0079'],
		['79 CE', '0079'],
		['c. 1977', '1977~'],
		['约1977年', '1977~'],
		['1972 (?)', '1972?'],
		['1977?~', '1977%'],
		['the 1970s', '197X'],
		['20th century', '19XX'],
		['spring 2025', '2025-21'],
		['mid-2025', '2025-38'],
		['Q1 2025', '2025-33'],
		['H2 2025', '2025-41'],
		['1939-1945', '1939/1945'],
		['1939 to c. 1945', '1939/1945~'],
		['January–March 2025', '2025-01/2025-03'],
		['since April 1985', '1985-04/..'],
		['until 1985', '../1985'],
		['2025-05/now', '2025-05/..'],
		['2025-05/unknown', '2025-05/'],
		['Y2025', '2025'],
		['-0000', '0000']
	])('“%s” was meant as %s', (text, meant) => {
		const note = meant.startsWith('-') ? ' (year 0000 is 1 BCE)' : '';
		expect(problemOf(text)).toBe(`"${text}" is not EDTF; write ${meant}${note}`);
		expect(parseDate(meant)).toMatchObject({ date: { edtf: meant } });
	});

	it('without pondering a text too long to be a date', () => {
		expect(problemOf('c1至'.repeat(40))).toMatch(/is not EDTF/);
	});

	const pieces = fc.constantFrom(
		...[
			'2025',
			'-0217',
			'44',
			'13',
			'0',
			'X',
			'-',
			'/',
			'..',
			'~',
			'?',
			'%',
			'[',
			']',
			'{',
			'}',
			',',
			' ',
			'T10:00:00'
		],
		...[
			'Z',
			'Y',
			'E7',
			'S2',
			'BC',
			'c. ',
			'May',
			' to ',
			'since ',
			'至',
			'年',
			'.',
			'Q1',
			'21',
			'02',
			'30',
			's',
			'early '
		]
	);
	it('for any text at all, without throwing', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(pieces, { maxLength: 8 }).map((all) => all.join(''))
				),
				(text) => {
					const parsed = parseDate(text);
					if ('date' in parsed) expect(parsed.date.min).toBeLessThan(parsed.date.max);
					else expect(parsed.problem).toMatch(/write |leave/);
				}
			),
			{ numRuns: 2000 }
		);
	});
});

describe('what a message about a date tells to write', () => {
	it('is accepted, whatever stood there', () => {
		const piece = fc.oneof(
			fc.constantFrom(
				'-',
				'/',
				'..',
				'.',
				' ',
				',',
				'~',
				'?',
				'%',
				'[',
				']',
				'{',
				'}',
				'X',
				'XX',
				'Y',
				'T',
				'Z',
				':',
				'+'
			),
			fc.constantFrom(
				'c. ',
				'ca ',
				' BC',
				'BCE ',
				' AD',
				's',
				'th century',
				'spring ',
				'early ',
				'Q3 ',
				'H1 ',
				'before ',
				'after '
			),
			fc.constantFrom(
				'since ',
				'until ',
				' to ',
				' – ',
				'年',
				'月',
				'日',
				'公元前',
				'世纪',
				'约',
				'May ',
				'Nov. ',
				'now',
				'unknown'
			),
			fc.integer({ min: -99999, max: 99999 }).map(String),
			fc.integer({ min: 1000, max: 2999 }).map(String),
			fc.integer({ min: 0, max: 45 }).map(two)
		);
		const pieces = fc.array(piece, { minLength: 1, maxLength: 7 }).map((all) => all.join(''));
		const dashed = fc
			.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 0, max: 45 }), fc.integer({ min: 0, max: 45 }))
			.map(([y, m, d]) => `${four(y)}-${two(m)}-${two(d)}`);
		const clocked = fc
			.tuple(
				dashed,
				fc.integer({ min: 0, max: 25 }),
				fc.constantFrom('', ':00', ':59'),
				fc.constantFrom('', 'Z', '+02:00', 'x')
			)
			.map(([date, hour, rest, zone]) => `${date}T${two(hour)}:30${rest}${zone}`);
		const single = fc.oneof(pieces, dashed, clocked);
		const joined = fc.tuple(single, fc.constantFrom('/', '..', ',', ' - '), single).map((parts) => parts.join(''));
		const text = fc.oneof(
			single,
			joined,
			joined.map((one) => `[${one}]`),
			joined.map((one) => `{1960, ${one}}`)
		);
		fc.assert(
			fc.property(text, (written) => {
				const problem = problemOf(written);
				for (const one of problem ? advised(problem) : []) expect([one, problemOf(one)]).toEqual([one, undefined]);
			}),
			{ numRuns: 2000 }
		);
	});

	/** A form in which people write dates, and its EDTF. */
	const forms = fc.oneof(
		fc.tuple(year, month, day).map(([y, m, d]) => [`${d} ${names[m - 1]} ${y}`, `${y}-${two(m)}-${two(d)}`]),
		fc.tuple(year, month, day).map(([y, m, d]) => [`${names[m - 1]} ${d}, ${y}`, `${y}-${two(m)}-${two(d)}`]),
		fc.tuple(year, month).map(([y, m]) => [`${names[m - 1].slice(0, 3)} ${y}`, `${y}-${two(m)}`]),
		fc.tuple(year, month, day).map(([y, m, d]) => [`${y}${two(m)}${two(d)}`, `${y}-${two(m)}-${two(d)}`]),
		fc.tuple(year, month, day).map(([y, m, d]) => [`${y}年${m}月${d}日`, `${y}-${two(m)}-${two(d)}`]),
		fc
			.tuple(year, month, fc.integer({ min: 13, max: 28 }))
			.map(([y, m, d]) => [`${d}/${m}/${y}`, `${y}-${two(m)}-${two(d)}`]),
		fc
			.tuple(year, month, fc.integer({ min: 13, max: 28 }))
			.map(([y, m, d]) => [`${m}/${d}/${y}`, `${y}-${two(m)}-${two(d)}`]),
		fc.tuple(year, fc.constantFrom('c. ', 'ca ', 'ca. ', 'circa ', 'about ', '约')).map(([y, c]) => [c + y, `${y}~`]),
		fc.tuple(year, fc.integer({ min: 1, max: 90 })).map(([y, n]) => [`c. ${y}-${y + n}`, `${y}~/${y + n}~`]),
		fc.tuple(year, fc.integer({ min: 1, max: 90 })).map(([y, n]) => [`${y} to ${y + n}`, `${y}/${y + n}`]),
		year.map((y) => [`${Math.floor(y / 10)}0s`, `${Math.floor(y / 10)}X`]),
		fc.integer({ min: 10, max: 21 }).map((n) => [`${n}th century`, `${two(n - 1)}XX`]),
		fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, n]) => [`Q${n} ${y}`, `${y}-${32 + n}`]),
		fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, n]) => [`H${n} ${y}`, `${y}-${39 + n}`]),
		fc.tuple(year, fc.constantFrom(0, 1, 2)).map(([y, n]) => [`${['early', 'mid', 'late'][n]} ${y}`, `${y}-${37 + n}`]),
		fc.integer({ min: 2, max: 99999 }).map((n) => [`${n} BCE`, n > 10000 ? `Y${1 - n}` : four(1 - n)]),
		fc.integer({ min: 1, max: 999 }).map((n) => [`AD ${n}`, four(n)]),
		fc.integer({ min: 10000, max: 999999 }).map((n) => [String(n), `Y${n}`]),
		fc.integer({ min: 1, max: 999 }).map((n) => [String(n), four(n)]),
		year.map((y) => [`since ${y}`, `${y}/..`]),
		year.map((y) => [`until ${y}`, `../${y}`]),
		year.map((y) => [`before ${y}`, `[..${four(y - 1)}]`]),
		year.map((y) => [`after ${y}`, `[${y + 1}..]`]),
		fc.tuple(year, fc.integer({ min: 1, max: 900 })).map(([y, n]) => [`${y + n}/${y}`, `${y}/${y + n}`]),
		fc.tuple(year, fc.integer({ min: 1, max: 900 })).map(([y, n]) => [`{0900,${y + n}..${y}}`, `{0900,${y}..${y + n}}`])
	);

	it('means what was written', () => {
		fc.assert(
			fc.property(forms, ([text, edtf]) => {
				const problem = problemOf(text);
				expect([text, problem && advised(problem)[0]]).toEqual([text, edtf]);
			}),
			{ numRuns: 2000 }
		);
	});

	it('of a year below zero is both readings, each told', () => {
		fc.assert(
			fc.property(fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 10_001, max: 10 ** 9 })), (n) => {
				const problem = problemOf(`-${n}`)!;
				const [people, literal] = advised(problem);
				expect(problem).toContain(`${people} for ${n} BCE, or ${literal} for ${n + 1} BCE`);
				const years = [people, literal].map(
					(one) => (parseDate(one) as { date: { first: { year: number } } }).date.first.year
				);
				expect(years).toEqual([n === 1 ? 0 : 1 - n, -n]);
			})
		);
	});

	it('is no decade of another millennium', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
				const all = advised(problemOf(String(n))!);
				expect(all[0]).toBe(four(n));
				for (const one of all.slice(1)) expect(one).toMatch(n > 99 ? /^(1[5-9]\d|20\d)X$/ : /^(19|20)\d\d$/);
			})
		);
	});

	it('is both days where the day and the month may change places', () => {
		const swapped = fc.tuple(month, month, year).filter(([a, b]) => a !== b);
		fc.assert(
			fc.property(swapped, ([a, b, y]) => {
				const all = advised(problemOf(`${a}/${b}/${y}`)!);
				expect(all.map((one) => one.replace(/ .*/, ''))).toEqual([`${y}-${two(b)}-${two(a)}`]);
				expect(problemOf(`${a}/${b}/${y}`)).toContain(`or ${y}-${two(a)}-${two(b)} if its month comes first`);
			})
		);
	});
});
