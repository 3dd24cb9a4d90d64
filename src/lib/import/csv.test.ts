import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readImport } from './read.ts';

const read = (text: string, name = 'table.csv') => readImport({ name, text });
/** `row column: message` */
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
			expect.stringMatching(/^skipped 7\/6 title: the title “<br>” has no words/)
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

	it('says which columns are missing, and which are not read', () => {
		expect(told('when,titel,text\n2001,A,x')).toEqual([
			expect.stringMatching(/^skipped 1\/1 date: there is no column “date”/),
			expect.stringMatching(/^skipped 1\/1 title: there is no column “title”; rename “titel” if it is that/)
		]);
		expect(told('date,title,Notes,empty\n2001,A,x,\n2002,B,,')).toEqual([
			'changed 1/1 Notes: the column “Notes” is not read; 1 filled cells left out'
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
