import { describe, expect, it } from 'vitest';
import { readImport } from './read.ts';

const json = (timeline: unknown) => readImport({ name: 'x.json', text: JSON.stringify(timeline, null, '\t') });
const event = (start_date: unknown, more: object = {}) => ({ start_date, text: { headline: 'H', text: 'T' }, ...more });
const dates = (...events: unknown[]) => json({ events }).events.map(({ date }) => date);
const told = ({ problems }: ReturnType<typeof readImport>) =>
	problems.map(({ line, row, column, message, effect }) => `${effect} ${line}/${row} ${column}: ${message}`);

describe('TimelineJS JSON', () => {
	it('has title, events, groups and eras', () => {
		const read = json({
			title: { text: { headline: 'War &amp; <i>Peace</i>', text: '<p>A dek.</p>' } },
			events: [
				event({ year: '2022', month: '11', day: 30 }, { group: 'West', unique_id: 'a', display_date: 'one day' })
			],
			eras: [{ start_date: { year: 1800 }, end_date: { year: 1850 }, text: { headline: 'Era' } }]
		});
		expect(read).toMatchObject({ format: 'timelinejs-json', title: 'War & Peace', dek: 'A dek.' });
		expect(read.events).toEqual([
			expect.objectContaining({
				id: 'a',
				row: 1,
				date: '2022-11-30',
				when: 'one day',
				title: 'H',
				text: 'T',
				sides: ['West']
			}),
			expect.objectContaining({ date: '1800/1850', title: 'Era' })
		]);
		expect(told(read).at(-1)).toMatch(/era was made an event/);
	});

	it('reads years as TimelineJS words them: -1 is 1 BCE', () => {
		expect(
			dates(
				event({ year: -1 }),
				event({ year: -44, month: 3, day: 15 }),
				event({ year: 33 }),
				event({ year: '-13,000' })
			)
		).toEqual(['0000', '-0043-03-15', '0033', 'Y-12999']);
	});

	it('takes our own edtf where it parses', () => {
		expect(dates(event({ year: 1977 }, { edtf: '1977-12~' }), event({ year: 1977 }, { edtf: 'end of 1977' }))).toEqual([
			'1977-12~',
			'1977'
		]);
	});

	it('knows the line of each event', () => {
		const text = '{"events": [\n{},\r\n{"text": {"headline": "a [ { b"}}\n, {}]}';
		const { problems } = readImport({ name: 'x.json', text });
		expect(problems.map(({ line, row }) => [line, row])).toEqual([
			[2, 1],
			[3, 2],
			[4, 3]
		]);
	});

	it('lists what it drops and what it cannot read, with the event and its line', () => {
		const read = json({
			events: [
				event({ year: 2022, month: 2, day: 1, hour: 9 }, { media: { url: 'https://example.org/a.jpg' } }),
				event({ year: 2022, month: 13 }),
				event({ year: 0 }),
				event({ year: 2022, month: 2, day: 30 }),
				event({ year: 2022 }, { text: { headline: '<img src=x onerror=alert(1)>' } }),
				event({ year: 2022 }, { end_date: { year: 2021 } }),
				'x'
			],
			eras: [{ start_date: { year: 1800 }, text: { headline: 'Era' } }]
		});
		expect(read.events).toHaveLength(2);
		expect(told(read)).toEqual([
			expect.stringMatching(/^skipped \d+\/7 events: events\[6\] is no/),
			expect.stringMatching(/^changed 3\/1 start_date: “09:00”: the time 09:00 has no time zone/),
			expect.stringMatching(/^skipped \d+\/2 start_date: “13” is no month/),
			expect.stringMatching(/^skipped \d+\/3 start_date: there is no year 0; write -1/),
			expect.stringMatching(/^skipped \d+\/4 start_date: .*February 2022 has 28 days/),
			expect.stringMatching(/^changed \d+\/5 text.headline: .*HTML/),
			expect.stringMatching(/^changed \d+\/5 text.headline: there is no title; “2022” was taken from the date/),
			expect.stringMatching(/^skipped \d+\/6 end_date: the end comes before the start/),
			expect.stringMatching(/^skipped \d+\/1 end_date: the era has no end/)
		]);
	});

	it('takes a title from the text, the caption or the date, and says which', () => {
		const bare = (more: object) => ({ start_date: { year: 1969 }, ...more });
		const read = json({
			events: [
				bare({ text: { headline: '', text: '<p>Only a body. And more.</p>' } }),
				bare({ media: { url: 'https://example.org/b.jpg', caption: 'Only a picture' } }),
				bare({ display_date: 'that summer' }),
				bare({})
			]
		});
		expect(read.events.map(({ title, text }) => [title, text])).toEqual([
			['Only a body', 'And more.'],
			['Only a picture', ''],
			['that summer', ''],
			['1969', '']
		]);
		const said = told(read).filter((message) => message.includes('no title'));
		expect(said.map((message) => /from the (\w+)/.exec(message)![1])).toEqual(['text', 'caption', 'date', 'date']);
	});

	it('reads months as words, and 0 as none', () => {
		expect(
			dates(
				event({ year: 1978, month: 'February' }),
				event({ year: 1976, month: '0', day: '0' }),
				event({ year: 1977, day: 5 })
			)
		).toEqual(['1978-02', '1976', '1977']);
	});

	it('keeps addresses of media, and lists what has no place', () => {
		const embed = '<iframe src="https://example.org/v?a=1"></iframe>';
		const read = json({
			events: [
				event({ year: 1 }, { media: { url: embed, credit: 'Me', thumbnail: 'https://example.org/t.jpg' } }),
				event({ year: 2 }, { background: { url: 'https://example.org/b.jpg', color: '#fff' }, mood: 'glad' })
			]
		});
		expect(read.events.map(({ media }) => media)).toEqual([
			[{ url: 'https://example.org/v?a=1', caption: 'Me' }],
			[{ url: 'https://example.org/b.jpg', caption: '' }]
		]);
		const lost = read.problems.map(({ column }) => column);
		expect(lost).toEqual(['media', 'media.thumbnail', 'background.color', 'mood']);
	});

	it.each([
		['{"events":[{"a":1,}]}', 1, 'character 19', 'a name in double quotation marks'],
		['{\n"events": [\n{"a" 1}]}', 3, 'character 6', 'a colon'],
		['{"events":[1 2]}', 1, 'character 14', 'a comma or ]'],
		['{"a":"x\ny"}', 1, 'character 6', 'to end with a "'],
		['{"events":[', 1, 'character 12', 'a value'],
		['{"events":[]} x', 1, 'character 15', 'nothing more'],
		["{'a':1}", 1, 'character 2', 'a name in double']
	])('says where %j is not JSON', (text, line, column, message) => {
		const { events, problems } = readImport({ name: 'x.json', text });
		expect(events).toEqual([]);
		expect(problems).toEqual([expect.objectContaining({ line, column, message: expect.stringContaining(message) })]);
	});

	it.each([
		[{ timeline: { headline: 'old' } }, 'TimelineJS 1 or 2'],
		[{ title: {} }, 'no list “events”'],
		[[], 'no list “events”'],
		[{ events: [] }, 'is empty'],
		[null, 'no list']
	])('says that %j is no timeline', (timeline, message) => expect(told(json(timeline)).join()).toContain(message));
});

describe('the table of TimelineJS', () => {
	const header =
		'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n';
	const read = (rows: string) => readImport({ name: 'x.csv', text: header + rows });

	it('has title, events and eras', () => {
		const imported = read(
			',,,,,,,,,The title,<b>Dek</b>,,,,,title,,\n-44,3,15,,,,,,,Ides,"x<br>y",,,,,,Rome,\n1800,,,,1850,,,,,Era,,,,,,era,,'
		);
		expect(imported).toMatchObject({ format: 'timelinejs-csv', title: 'The title', dek: 'Dek' });
		expect(imported.events).toEqual([
			expect.objectContaining({ date: '-0043-03-15', title: 'Ides', text: 'x\ny', sides: ['Rome'], row: 3 }),
			expect.objectContaining({ date: '1800/1850', title: 'Era', row: 4 })
		]);
	});

	it('lists what it drops and what it cannot read', () => {
		expect(
			told(
				read(
					'2022,2,,10:00,,,,,,H,,https://example.org/a.jpg,me,,,,,\n,,,,,,,,,No year,,,,,,,,\nsoon,,,,,,,,,H,,,,,,,,'
				)
			)
		).toEqual([
			expect.stringMatching(/^changed 2\/2 Year: the time “10:00” was left out; the date is no single day/),
			expect.stringMatching(/^skipped 3\/3 Year: there is no year/),
			expect.stringMatching(/^skipped 4\/4 Year: “soon” is no year/)
		]);
		const other = readImport({ name: 'x.csv', text: 'date,title\n2001,A' }, { format: 'timelinejs-csv' });
		expect(told(other).join()).toMatch(/no column “Year”.*no column “Headline”/);
	});
});
