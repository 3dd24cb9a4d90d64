import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readImport } from './read.ts';

const calendar = (...events: string[][]) =>
	[
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
		'END:VCALENDAR',
		''
	].join('\r\n');
const read = (text: string) => readImport({ name: 'x.ics', text });
const told = (text: string) =>
	read(text).problems.map(({ line, row, column, message, effect }) => `${effect} ${line}/${row} ${column}: ${message}`);
const day = ['DTSTART;VALUE=DATE:20221130', 'SUMMARY:A'];

describe('iCalendar', () => {
	it('reads days, texts, categories and addresses', () => {
		const { format, events, problems } = read(
			calendar([
				...day,
				'DTEND;VALUE=DATE:20221201',
				'DESCRIPTION:one\\, two\\n th',
				' ree',
				'CATEGORIES:West,East',
				'UID:a-1@x',
				'URL:https://example.org/'
			])
		);
		expect(format).toBe('ics');
		expect(problems).toEqual([]);
		expect(events).toEqual([
			expect.objectContaining({
				id: 'a-1',
				date: '2022-11-30',
				title: 'A',
				text: 'one, two\n three',
				sides: ['West', 'East'],
				link: 'https://example.org/'
			})
		]);
	});

	it.each([
		[['DTSTART;VALUE=DATE:20221130', 'DTEND;VALUE=DATE:20221203'], '2022-11-30/2022-12-02'],
		[['DTSTART:20221130T100000Z', 'DTEND:20221130T110000Z'], '2022-11-30T10:00:00Z/2022-11-30T11:00:00Z'],
		[['DTSTART:20221130T100000Z', 'DURATION:PT30M'], '2022-11-30T10:00:00Z/2022-11-30T10:30:00Z'],
		[['DTSTART:20221130T100000'], '2022-11-30'],
		[['DTSTART:20221130'], '2022-11-30'],
		[['DTSTART;VALUE=DATE:20221130', 'DTEND;VALUE=DATE:20221130'], '2022-11-30'],
		[
			['DTSTART;TZID=Europe/Paris:20221130T100000', 'DTEND;TZID=Europe/Paris:20221202T000000'],
			'2022-11-30T10:00:00+01:00/2022-12-02T00:00:00+01:00'
		],
		[['DTSTART;VALUE=DATE:20221130', 'DURATION:P2D'], '2022-11-30/2022-12-01'],
		[['DTSTART;VALUE=DATE:20221130', 'DURATION:P1D'], '2022-11-30'],
		[['DTSTART;VALUE=DATE:19771201', 'X-THROUGHLINE-EDTF:1977-12~'], '1977-12~'],
		[['DTSTART;VALUE=DATE:19600101', 'X-THROUGHLINE-EDTF:[1960\\,1961]'], '[1960,1961]'],
		[['DTSTART;VALUE=DATE:19771201', 'X-THROUGHLINE-EDTF:end of 77'], '1977-12-01']
	])('%j is %s', (lines, date) => expect(read(calendar([...lines, 'SUMMARY:A'])).events[0].date).toBe(date));

	it('lists what it leaves out: times, recurrence, and once each what has no place', () => {
		expect(
			told(
				calendar(
					['DTSTART:20221130T100000', 'SUMMARY:<b>A</b>', 'RRULE:FREQ=YEARLY', 'ATTENDEE:mailto:a@example.org'],
					[...day, 'ATTENDEE:mailto:b@example.org', 'LOCATION:Paris', 'DTEND;VALUE=DATE:20001201']
				)
			)
		).toEqual([
			expect.stringMatching(/^changed 3\/1 RRULE: .*only the first time/),
			expect.stringMatching(
				/^changed 3\/1 DTSTART: the time has no zone: the day 2022-11-30 is the date, and readers see 10:00/
			),
			expect.stringMatching(/^changed 3\/1 SUMMARY: .*HTML/),
			expect.stringMatching(/^changed 9\/2 DTEND: the end comes before the start/),
			'changed 3/1 ATTENDEE: ATTENDEE is not read; left out of 2 events'
		]);
	});

	it('reads the other events where one is broken, and says where', () => {
		const text = calendar(
			['SUMMARY:No day'],
			['DTSTART;VALUE=DATE:20221345', 'SUMMARY:A'],
			day,
			[...day, 'broken line'],
			['DTSTART;VALUE=DATE:20221130']
		);
		expect(read(text).events.map(({ row }) => row)).toEqual([3, 4]);
		expect(told(text)).toEqual([
			expect.stringMatching(/^changed 17\/4 undefined: “broken line” is no property/),
			expect.stringMatching(/^skipped 3\/1 DTSTART: there is no DTSTART/),
			expect.stringMatching(/^skipped 6\/2 DTSTART: .*no month 13/),
			expect.stringMatching(/^skipped 19\/5 SUMMARY: the title is empty/)
		]);
	});

	it('says that a file is no calendar, or is cut off', () => {
		expect(told('BEGIN:VEVENT\nEND:VEVENT')).toEqual([
			expect.stringMatching(/^skipped 1\/undefined .*no BEGIN:VCALENDAR/)
		]);
		expect(told('BEGIN:VCALENDAR\nEND:VCALENDAR')).toEqual([expect.stringContaining('there is no VEVENT')]);
		const cut = calendar(day, day).split('\r\n').slice(0, -3).join('\r\n');
		expect(read(cut).events).toHaveLength(2);
		expect(told(cut)).toEqual([
			expect.stringMatching(/^changed 7\/2 END: END:VEVENT is missing/),
			expect.stringContaining('END:VCALENDAR is missing')
		]);
		const todo = calendar(day).replace('END:VCALENDAR', 'BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO\r\nEND:VCALENDAR');
		expect(told(todo)).toEqual([expect.stringMatching(/^skipped 7.* VTODO: a VTODO is no event/)]);
	});
});

describe('times of a calendar', () => {
	const of = (head: string[], ...lines: string[][]) => {
		const text = calendar(...lines.map((one) => [...one, 'SUMMARY:A'])).replace(
			'VERSION:2.0',
			['VERSION:2.0', ...head].join('\r\n')
		);
		return read(text);
	};

	it('are instants; the day is the one of the zone in which the calendar is shown', () => {
		fc.assert(
			fc.property(
				fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
				fc.constantFrom(
					'Asia/Shanghai',
					'America/Los_Angeles',
					'Asia/Kathmandu',
					'Europe/London',
					'Pacific/Kiritimati'
				),
				(date, zone) => {
					const iso = new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString();
					const compact = iso.replace(/[-:]|\.000/g, '');
					const [{ date: edtf, local }] = of([`X-WR-TIMEZONE:${zone}`], [`DTSTART:${compact}`]).events;
					expect(new Date(edtf).getTime()).toBe(Date.parse(iso));
					const there = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' }).format(Date.parse(iso));
					expect([edtf.slice(0, 10), local?.from?.day, local?.from?.zone]).toEqual([there, there, zone]);
				}
			)
		);
	});

	it('stand in the order in which they were, whatever their zones', () => {
		const { events } = of(
			[],
			['DTSTART;TZID=America/New_York:20210503T063000'],
			['DTSTART:20210503T101500Z'],
			['DTSTART;TZID=Asia/Tokyo:20210503T180000']
		);
		const times = events.map(({ date }) => new Date(date).toISOString().slice(11, 16));
		expect(times).toEqual(['10:30', '10:15', '09:00']);
	});

	it('take the zone that the calendar describes, and say where nobody knows it', () => {
		const zone = ['BEGIN:VTIMEZONE', 'TZID:Our own', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0530'];
		const end = ['TZOFFSETTO:+0530', 'END:STANDARD', 'END:VTIMEZONE'];
		expect(of([...zone, ...end], ['DTSTART;TZID=Our own:20210503T063000']).events[0].date).toBe(
			'2021-05-03T06:30:00+05:30'
		);
		const unknown = of([], ['DTSTART;TZID="(UTC-05:00) Eastern":20210503T063000']);
		expect(unknown.events[0]).toMatchObject({
			date: '2021-05-03',
			local: { from: { clock: '06:30', zone: '(UTC-05:00) Eastern' } }
		});
		expect(unknown.problems[0].message).toContain('is not known: the day 2021-05-03 is the date');
	});
});

describe('what a calendar takes back', () => {
	it('is left out and listed: what is cancelled, one event or all', () => {
		const cancelled = calendar([...day, 'STATUS:CANCELLED'], day);
		expect(read(cancelled).events).toHaveLength(1);
		expect(told(cancelled)).toEqual([expect.stringMatching(/^skipped 3\/1 STATUS: .*cancelled/)]);
		const all = calendar(day, day).replace('VERSION:2.0', 'METHOD:CANCEL');
		expect(read(all)).toMatchObject({ events: [], entries: 2 });
		expect(told(calendar([...day, 'STATUS:TENTATIVE'])).join()).toContain('tentative');
	});

	it('moves the first time of what recurs to the next that takes place', () => {
		const freq = fc.constantFrom('DAILY', 'WEEKLY');
		fc.assert(
			fc.property(freq, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }), (rule, out, interval) => {
				const step = (rule === 'DAILY' ? 1 : 7) * interval;
				const at = (n: number) => new Date(Date.UTC(2024, 0, 1 + n * step)).toISOString().slice(0, 10);
				const exdates = Array.from({ length: out }, (_, n) => `EXDATE;VALUE=DATE:${at(n).replaceAll('-', '')}`);
				const { events, problems } = read(
					calendar([
						'DTSTART;VALUE=DATE:20240101',
						'SUMMARY:A',
						`RRULE:FREQ=${rule};INTERVAL=${interval};COUNT=9`,
						...exdates
					])
				);
				expect(events.map(({ date }) => date)).toEqual([at(out)]);
				expect(problems.map(({ message }) => message).join()).toContain(at(out - 1));
			})
		);
	});

	it('leaves out what has no time left, or none that can be told', () => {
		const gone = ['DTSTART;VALUE=DATE:20240101', 'SUMMARY:A', 'EXDATE;VALUE=DATE:20240101'];
		for (const rule of [[], ['RRULE:FREQ=DAILY;COUNT=1'], ['RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30']])
			expect(told(calendar([...gone, ...rule])).at(-1)).toMatch(/^skipped 3\/1 EXDATE/);
	});

	it('counts a time that was moved once: where it was moved to', () => {
		const weekly = ['UID:w@x', 'DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=WEEKLY;COUNT=3', 'SUMMARY:A'];
		const moved = ['UID:w@x', 'RECURRENCE-ID;VALUE=DATE:20240101', 'DTSTART;VALUE=DATE:20240102', 'SUMMARY:B'];
		expect(read(calendar(weekly, moved)).events.map(({ date }) => date)).toEqual(['2024-01-08', '2024-01-02']);
	});
});
