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
		[['DTSTART:20221130T100000Z', 'DTEND:20221130T110000Z'], '2022-11-30'],
		[['DTSTART;TZID=Europe/Paris:20221130T100000', 'DTEND;TZID=Europe/Paris:20221202T000000'], '2022-11-30/2022-12-01'],
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
					['DTSTART:20221130T100000Z', 'SUMMARY:<b>A</b>', 'RRULE:FREQ=YEARLY', 'ATTENDEE:mailto:a@example.org'],
					[...day, 'ATTENDEE:mailto:b@example.org', 'LOCATION:Paris', 'DTEND;VALUE=DATE:20001201']
				)
			)
		).toEqual([
			expect.stringMatching(/^changed 3\/1 DTSTART: the day 2022-11-30 was kept, the time 10:00:00Z left out/),
			expect.stringMatching(/^changed 3\/1 RRULE: .*only the first time/),
			expect.stringMatching(/^changed 3\/1 SUMMARY: .*HTML/),
			expect.stringMatching(/^changed 9\/2 DTEND: the end comes before the start/),
			'changed undefined/undefined ATTENDEE: ATTENDEE is not read; left out of 2 events',
			'changed undefined/undefined LOCATION: LOCATION is not read; left out of 1 events'
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
			expect.stringMatching(/^skipped 3\/1 DTSTART: there is no DTSTART/),
			expect.stringMatching(/^skipped 6\/2 DTSTART: .*no month 13/),
			expect.stringMatching(/^changed 17\/4 undefined: “broken line” is no property/),
			expect.stringMatching(/^skipped 19\/5 SUMMARY: the title is empty/)
		]);
	});

	it('says that a file is no calendar, or is cut off', () => {
		expect(told('BEGIN:VCARD\nEND:VCARD')).toEqual([
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
