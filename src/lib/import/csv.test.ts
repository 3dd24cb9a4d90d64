import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { formula, withoutGuard } from '../text/formula.ts';
import { readImport } from './read.ts';

const read = (text: string, name = 'table.csv') => readImport({ name, text });
/** Each problem as `effect line/row column: message`. */
const told = (text: string) =>
	read(text).problems.map(({ line, row, column, message, effect }) => `${effect} ${line}/${row} ${column}: ${message}`);

describe('a table of one’s own', () => {
	it('has columns by name, in any case and order', () => {
		const { format, events, problems } = read(
			'Title,DATE,End,Description,Group\nFair,2001-05-01,2001-05-03,Many came.,West'
		);
		expect(format).toBe('csv');
		expect(problems).toEqual([]);
		expect(events).toEqual([
			expect.objectContaining({
				row: 2,
				line: 2,
				date: '2001-05-01/2001-05-03',
				title: 'Fair',
				text: 'Many came.',
				sides: ['West']
			})
		]);
	});

	it('splits names at semicolons that no backslash escapes', () => {
		const { events } = read('date,title,actors\n2001,A,"Smith\\; Sons; Mei;;C:\\x"');
		expect(events[0].actors).toEqual(['Smith; Sons', 'Mei', 'C:\\x']);
	});

	it('may be separated by semicolons or tabs', () => {
		expect(read('date;title;text\n2001;A;x, y, z').events[0]).toMatchObject({ title: 'A', text: 'x, y, z' });
		expect(read('date\ttitle\n2001\tA', 'table.tsv').events).toHaveLength(1);
	});

	it('lists each row that it cannot read, with row, line and column, and reads the others', () => {
		const text =
			'date,title,importance,link\n"2001",A,9,ftp://x\n\n3/4/2022,"two\nlines",,\n,C,,\n2002,<br>,,\n2003,D,,';
		expect(read(text).events.map(({ title, row }) => [title, row])).toEqual([
			['A', 2],
			['D', 7]
		]);
		expect(told(text)).toEqual([
			expect.stringMatching(/^changed 2\/2 importance: .*1 to 5/),
			expect.stringMatching(/^changed 2\/2 link: .*https/),
			expect.stringMatching(/^skipped 4\/4 date: .*two ways/),
			expect.stringMatching(/^skipped 6\/5 date: there is no date/),
			expect.stringMatching(/^changed 7\/6 title: .*HTML/),
			expect.stringMatching(/^skipped 7\/6 title: the title is empty/)
		]);
	});

	it('names row and column of broken quotation marks, and reads nothing', () => {
		const open = 'date,title,text\n2001,A,x\n2002,B,"never closed\n2003,C,y\n';
		expect(told(open)).toEqual([expect.stringMatching(/^skipped 3\/3 text: .*mark that ends it is missing/)]);
		expect(read(open).events).toEqual([]);
		expect(told('date,title,text\n2001,"A "b" c",x\n')).toEqual([
			expect.stringMatching(/^skipped 2\/2 title: .*write ""/)
		]);
		expect(told('date,title,text\n"2001\n",A,"b"c\n')).toEqual([
			expect.stringMatching(/^skipped 3\/2 text: .*write ""/)
		]);
	});

	it('names row and column of rows that are too long or too short', () => {
		const text = 'date,title,text\n2001,A,one, two\n2002,B\n2003\n2004,C,x,,\n';
		expect(told(text)).toEqual([
			expect.stringMatching(/^skipped 2\/2 text: .*4 cells and the header 3: “two”/),
			expect.stringMatching(/^changed 3\/3 text: .*2 cells/),
			expect.stringMatching(/^changed 4\/4 title: .*1 cells/),
			expect.stringMatching(/^skipped 4\/4 title: the title is empty/)
		]);
		expect(read(text).events.map(({ title }) => title)).toEqual(['B', 'C']);
	});

	it('says which columns are not read', () => {
		expect(told('date,title,Colour,empty\n2001,A,x,\n2002,B,,')).toEqual([
			'changed 1/1 Colour: the column “Colour” is not read; 1 filled cells left out'
		]);
	});

	it.each(['', '\ufeff', ' \n\n', 'date,title', ',,,'])('says that %j has nothing to read', (text) => {
		expect(read(text).events).toEqual([]);
		expect(told(text).join()).toMatch(/skipped/);
	});

	it('may hold quotations that are whole, and lists the others', () => {
		const header = 'date,title,kind,text,speaker,quote_kind,words,language,translation\n';
		const rows = [
			'2001,,quote,A speech.,Mei,direct,我们来了。,zh-Hans,We are here.',
			'2001,,quote,,Mei,said,x,en,',
			'2001,,figure,,,,,,'
		];
		const { quotes } = read(header + rows.join('\n'));
		expect(quotes).toEqual([
			expect.objectContaining({
				speaker: 'Mei',
				kind: 'direct',
				words: ['我们来了。'],
				language: 'zh-Hans',
				translation: ['We are here.']
			})
		]);
		expect(told(header + rows.join('\n'))).toEqual([
			expect.stringMatching(/^skipped 3\/3 quote_kind: there is no kind of quotation “said”/),
			expect.stringMatching(/^skipped 4\/4 kind: a figure cannot be read back/)
		]);
	});
});

describe('the table that we export', () => {
	const row = {
		kind: 'event',
		id: 'x',
		date: '-0217',
		date_words: '218 BCE',
		quote_kind: '',
		title: '=1+1 <b>',
		text: '@all &amp;'
	};

	it('has its apostrophes before formulas taken off, and its texts left as they are', () => {
		const { events, problems } = read(`\ufeff${Papa.unparse([row], { escapeFormulae: true })}`);
		expect(events[0]).toMatchObject({ id: 'x', date: '-0217', title: '=1+1 <b>', text: '@all &amp;', when: '218 BCE' });
		expect(problems).toEqual([]);
	});

	it('keeps apostrophes of other tables', () => {
		expect(read("date,title\n'-0217,'=x").events[0]).toMatchObject({ date: '-0217', title: "'=x" });
	});
});

describe('columns by their usual names', () => {
	const dates = [
		'Date',
		'start',
		'Start Date',
		'begin',
		'from',
		'Year',
		'when',
		'DATUM',
		'日期',
		'开始',
		'年份',
		'开始时间'
	];
	const ends = ['end', 'end_date', 'End Date', 'until', 'to', '结束', '结束日期'];
	const titles = ['title', 'Event', 'label', 'name', 'Topic', 'headline', '标题', '事件', '名称'];
	const texts = ['text', 'Description', 'notes', 'Summary', 'body', '说明', '描述', '内容'];
	const groups = ['group', 'Category', 'type', 'side', '分类', '类别'];
	const places = ['place', 'Location', '地点'];
	const links = ['url', 'Link', '链接', '网址'];
	const sources = ['Source', 'reference', '来源'];

	it('are known in any order, case and language', () => {
		const header = fc.tuple(
			...[dates, ends, titles, texts, groups, places, links, sources].map((names) => fc.constantFrom(...names))
		);
		const cells = ['1917', '1952', 'A branch', 'It grew.', 'West', 'Paris', 'https://example.org/a', 'A book'];
		fc.assert(
			fc.property(header, fc.shuffledSubarray([...cells.keys()], { minLength: 8 }), (names, order) => {
				const table = Papa.unparse([order.map((n) => names[n]), order.map((n) => cells[n])]);
				const { events, problems } = read(table);
				expect(problems).toEqual([]);
				expect(events[0]).toMatchObject({
					...{ date: '1917/1952', title: 'A branch', text: 'It grew.', sides: ['West'], place: 'Paris' },
					...{ link: 'https://example.org/a', sources: 'A book' }
				});
			})
		);
	});

	it('are taken as --columns says, by name or number', () => {
		const table = 'Wann,Was geschah,Wo\n2001,A,Wien\n';
		const columns = new Map([
			['date', 'Wann'],
			['title', '2'],
			['place', 'wo']
		] as const);
		expect(readImport({ name: 'x.csv', text: table }, { columns }).events[0]).toMatchObject({
			title: 'A',
			place: 'Wien'
		});
		const wrong = readImport({ name: 'x.csv', text: table }, { columns: new Map([['date', 'Wan']]) });
		expect(wrong.problems[0].message).toBe('there is no column “Wan”; did you mean “Wann”?');
	});

	it('are proposed by what their cells hold where no name says', () => {
		const table = 'Aika,Tapahtuma,Määrä\n2001,First thing,1\n2002,Second thing,2\n12 May 2003,Third thing,3\n';
		expect(told(table)).toEqual([
			expect.stringContaining('if it is “Aika”, import with --columns "date=Aika,title=Tapahtuma"'.replaceAll('"', '')),
			expect.stringContaining('if it is “Tapahtuma”')
		]);
		expect(told('Wann,Was geschah\n2001,A\n').join()).toContain('--columns "date=Wann,title=Was geschah"');
		expect(told('2001,A thing\n2002,Another\n').join()).toContain('the first line looks like an event');
	});

	it('stand below a name of the table, which is said', () => {
		const { events, problems } = read('Our history,,\n,,\nYear,Event,Notes\n2001,A,x\n');
		expect(events[0]).toMatchObject({ date: '2001', title: 'A', text: 'x', row: 4 });
		expect(problems).toEqual([
			expect.objectContaining({ row: 1, message: expect.stringContaining('above the header') })
		]);
	});

	it('of a year, a month and a day are one date; a time beside a date is its time', () => {
		expect(read('Year,Month,Day,Event\n2001,5,3,A\n2002,May,,B\n2003,,,C').events.map(({ date }) => date)).toEqual([
			'2001-05-03',
			'2002-05',
			'2003'
		]);
		const subject = read('Subject,Start Date,Start Time,End Date,End Time\nA,2021-05-03,10:00 AM,2021-05-03,11:30 AM');
		expect(subject.events[0]).toMatchObject({
			date: '2021-05-03',
			local: { from: { clock: '10:00' }, to: { clock: '11:30' } }
		});
	});

	it('keep texts of several columns, and what is shown beside it as links', () => {
		const { events, problems } = read(
			'date,title,text,notes,image\n2001,A,one,two,https://example.org/a.jpg\n2002,B,,two,a.jpg'
		);
		expect(events.map(({ text }) => text)).toEqual(['one\n\ntwo', 'two']);
		expect(events[0].media).toEqual([{ url: 'https://example.org/a.jpg', caption: '' }]);
		expect(problems).toEqual([
			expect.objectContaining({ row: 3, message: '“a.jpg” is no web address and was left out' })
		]);
	});
});

describe('HTML in a text', () => {
	it('leaves its addresses among the sources, and says so', () => {
		const html = '<p>See <a href=""https://example.org/a?x=1&amp;y=2"">this</a> <img src=//example.org/b.png></p>';
		const { events, problems } = read(`date,title,text\n2001,A,"${html}"\n`);
		const addresses = ['https://example.org/a?x=1&y=2', 'https://example.org/b.png'];
		expect(events[0]).toMatchObject({ text: 'See this', media: addresses.map((url) => ({ url, caption: '' })) });
		expect(problems.map(({ message }) => message).join()).toContain('stand among its sources');
	});
});

describe('what spreadsheets write', () => {
	it('may say its separator in the first line', () => {
		const { events } = read('sep=;\r\ndate;title\r\n2001;A, B\r\n');
		expect(events[0]).toMatchObject({ title: 'A, B', row: 3, line: 3 });
		expect(told('sep=|\ndate|title\n2001|"A')).toEqual([
			expect.stringMatching(/^skipped 3\/3 title: .*mark that ends it/)
		]);
		expect(told('sep=;\ndate;title\n2001;"A "b" c"\n')).toEqual([
			expect.stringMatching(/^skipped 3\/3 title: .*write ""/)
		]);
	});

	it('reads the order of day and month from the column, and says so once', () => {
		const { events, problems } = read('date,title\n13/04/2021,A\n03/05/2021,B\n04/05/2021,C');
		expect(events.map(({ date }) => date)).toEqual(['2021-04-13', '2021-05-03', '2021-05-04']);
		expect(problems.map(({ message }) => message)).toEqual([
			'dates are day/month/year, as “13/04/2021” in row 2 shows: 2 that could be read in two ways were read so (--dates says otherwise)'
		]);
		const asked = readImport({ name: 'x.csv', text: 'date,title\n03/05/2021,B' }, { dates: 'mdy' });
		expect([asked.events[0].date, asked.problems]).toEqual(['2021-03-05', []]);
		const mixed = told('date,title\n13/04/2021,A\n04/13/2021,B\n03/05/2021,C');
		expect(mixed).toEqual([
			expect.stringContaining('some dates have the day first'),
			expect.stringContaining('two ways')
		]);
	});

	it('says what a year below zero was read as', () => {
		expect(told('date,title\n-0044,A\n-0100,B')).toEqual([expect.stringContaining('-0044 is 45 BCE')]);
	});

	it('gives back what our export wrote, whatever begins as a formula does', () => {
		const sign = fc.constantFrom(
			'=',
			'+',
			'-',
			'@',
			'\t',
			'\r',
			'\n',
			"'",
			' ',
			'a',
			'1',
			'＝',
			'\u00a0',
			';',
			'|',
			',',
			'"'
		);
		const text = fc.array(sign, { maxLength: 8 }).map((signs) => `${signs.join('')}x`);
		fc.assert(
			fc.property(text, (written) => {
				const row = { kind: 'event', date: '2001', date_words: '', quote_kind: '', title: 'T', text: written };
				const table = Papa.unparse([row], { escapeFormulae: formula });
				const cell = Papa.parse<Record<string, string>>(table, { header: true }).data[0].text;
				expect(cell).not.toMatch(/^[\s\u00a0]*[=+\-@＝]/);
				expect(withoutGuard(cell)).toBe(written);
			}),
			{ numRuns: 1000 }
		);
	});
});

describe('files that are not read', () => {
	it.each([
		[
			'x.txt',
			'title: A\ndateFormat: d/M/y\n\nsection A\n2012/05: Something #tag\n2013 - 2014: More\nendSection\n',
			'Markwhen'
		],
		['x.mw', '1939-09: War\n1945-05: Peace\n', 'Markwhen'],
		['x.html', '<!DOCTYPE html><html><body>x</body></html>', 'web page'],
		['x.svg', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'SVG'],
		['x.xml', '<data><event start="2001" title="x">y</event></data>', 'SIMILE'],
		['x.xml', '<?xml version="1.0"?><rss><channel/></rss>', 'news feed'],
		['x.rtf', '{\\rtf1 text}', 'RTF'],
		['x.ged', '0 HEAD\n1 SOUR x\n', 'GEDCOM'],
		['x.vcf', 'BEGIN:VCARD\nEND:VCARD', 'vCard'],
		['x.md', '# Title\n\n- 2001: A\n', 'Markdown'],
		['x.json', '{"timeline":{"headline":"x","date":[]}}', 'TimelineJS 1 or 2'],
		['x.json', '{"format":"throughline","items":[]}', 'own JSON'],
		['x.json', '[{"date":"2001","title":"A"}]', 'list of entries'],
		['x.json', '{"type":"FeatureCollection","features":[]}', 'GeoJSON']
	])('%s is called what it is', (name, text, what) => {
		const { events, problems } = read(text, name);
		expect(events).toEqual([]);
		expect(problems).toEqual([expect.objectContaining({ effect: 'skipped', message: expect.stringContaining(what) })]);
		expect(problems[0].message).toMatch(/not read/);
	});

	it('are not mistaken for tables that hold such text', () => {
		for (const text of [
			'date,title\n2001,<html> and <b>markup</b>\n',
			'Date,Event\n2001,"# 1999: x"\n',
			'# ,date,title\n1,2001,A\n'
		])
			expect(read(text).events).toHaveLength(1);
	});
});
