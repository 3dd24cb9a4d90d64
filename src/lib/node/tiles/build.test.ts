import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomCells, tableStory, writeTable, type Cells, type RandomTable } from '../../../../tests/support/tables.ts';
import { readTiles } from '../../../../tests/support/tiles.ts';
import { formatProblem } from '../../story/parse.ts';
import { parseDate, midpoint } from '../../story/date.ts';
import { fewEvents, leafEvents, unitBits } from '../../tiles/format.ts';
import { charactersIn } from './characters.ts';
import { buildTiles, checkTable, type Built, type Outcome } from './build.ts';

let root: string;
beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'tiles-'));
});
afterAll(() => rmSync(root, { recursive: true }));

let folders = 0;
const folder = () => {
	const path = join(root, String(folders++));
	mkdirSync(path);
	return path;
};

function built(outcome: Outcome): Built {
	if ('problems' in outcome) throw new Error(outcome.problems.map(formatProblem).join('\n'));
	return outcome;
}

/** Every file of a folder by name, without the version that differs between tables. */
function filesOf(out: string, version: string): Record<string, string> {
	const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
	return Object.fromEntries(
		files.map(({ parentPath, name }) => {
			const path = join(parentPath, name);
			return [path.slice(out.length).replace(version, ''), readFileSync(path, 'utf8').replace(version, '')];
		})
	);
}

async function build(
	cells: Cells[],
	format: 'csv' | 'parquet' | 'arrow',
	small?: number,
	typed?: 'DATE' | 'TIMESTAMP'
) {
	const path = folder();
	const file = await writeTable(path, format, cells, typed);
	const story = tableStory(file);
	const out = join(path, 'out');
	const { meta } = built(await buildTiles(story, path, out, { small }));
	return { meta, out, story, files: filesOf(out, meta.version) };
}

const tables: RandomTable[] = [
	{ rows: 300, seed: 1, odd: 0.1 },
	{ rows: 7000, seed: 2, odd: 0.02, instants: true },
	{ rows: 9000, seed: 3, odd: 0.3, together: 3400, translated: true, ids: true },
	{ rows: 6000, seed: 4, instants: true, together: 2500 },
	{ rows: 200, seed: 5, far: 0.5 },
	{ rows: 7000, seed: 6, odd: 0.1, far: 0.3, translated: true }
];

describe('a table', () => {
	it.each(tables)('gives the same tiles as CSV, Parquet and Arrow: $rows rows, seed $seed', async (table) => {
		const cells = randomCells(table);
		const csv = await build(cells, 'csv', 1e9);
		for (const other of [
			await build(cells, 'csv', 0),
			await build(cells, 'parquet'),
			await build(cells, 'arrow'),
			...(table.odd || table.far
				? []
				: [await build(cells, 'parquet', 0, 'TIMESTAMP'), await build(cells, 'arrow', 0, 'TIMESTAMP')])
		]) {
			expect(Object.keys(other.files).sort()).toEqual(Object.keys(csv.files).sort());
			for (const name of Object.keys(csv.files)) expect(other.files[name], name).toBe(csv.files[name]);
		}
	});

	it.each([
		['a byte order mark and line breaks of Windows', `\ufeffdate,title,actors\r\n2001,One,acme\r\n2002,Two,mei\r\n`],
		['semicolons, and no break at its end', 'date;title;actors\n2001;One, two;acme\n2002;Two;"mei;acme"'],
		['tabs', 'date\ttitle\tactors\n2001\tOne, "x"; y\tacme\n'],
		['empty lines', 'date,title,actors\n\n2001,One,acme\n\n\n2002,Two,mei\n\n'],
		[
			'signs that other programs take for comments',
			'#no,date,title,actors\n#1,2001,# One,acme\n#2,2002,//,mei\n#3,2003,NULL,mei\n'
		],
		['breaks and marks within cells', 'date,title,actors\n2001,"One\n""two""\r\nthree",acme\n2002," , ",mei\n'],
		[
			'columns in another case and order, and others',
			'Actors,other,TITLE,note,Date\nacme,x,One,,2001\nmei,,Two,"",2002\n'
		],
		['the first lines like numbers', 'date,title,actors\n2001,1,acme\n2002,2.5,acme\n2003,x,acme\n']
	])('is read alike by either reader: with %s', async (_, text) => {
		const [small, large] = await Promise.all(
			[1e9, 0].map(async (small) => {
				const path = folder();
				writeFileSync(join(path, 'events.csv'), text);
				const { meta } = built(await buildTiles(tableStory('events.csv'), path, join(path, 'out'), { small }));
				return filesOf(join(path, 'out'), meta.version);
			})
		);
		expect(large).toEqual(small);
	});

	it.each([
		[
			'bytes that are no UTF-8',
			Buffer.from([...Buffer.from('date,title,actors\n2001,One,acme\n2002,Caf'), 0xe9, 0x2c, 0x61, 0x0a])
		],
		['a mark that is not closed', 'date,title,actors\n2001,"One,acme\n2002,Two,mei\n'],
		['nothing at all', ''],
		['zeros', Buffer.alloc(5000)]
	])('is refused by either reader: with %s', async (_, bytes) => {
		for (const small of [1e9, 0]) {
			const path = folder();
			writeFileSync(join(path, 'events.csv'), bytes);
			const { problems } = await checkTable(tableStory('events.csv'), path, path, { small });
			expect(problems.map(formatProblem)).not.toEqual([]);
		}
	});

	it.each(tables)('has each row in one leaf, and every tile agrees with those below: seed $seed', async (table) => {
		const cells = randomCells(table);
		const { meta, out } = await build(cells, 'csv', 0);
		const { rows, tiles } = readTiles(out);
		expect(rows.map(({ row }) => row).sort((a, b) => a - b)).toEqual(cells.map((_, n) => n + 1));
		expect(meta.count).toBe(table.rows);
		const unit = 2 ** unitBits(meta.extent);
		expect(tiles.length > 1).toBe(table.rows > fewEvents);
		for (const { row, at, importance, actors } of rows) {
			const cell = cells[row - 1];
			const read = parseDate(cell.date);
			expect('date' in read && Math.floor(midpoint(read.date) / unit) * unit).toBe(at);
			expect(importance).toBe(Number(cell.importance || 3));
			expect(actors).toEqual(cell.actors.split(';').map((id) => id.trim()));
		}
		if (table.together && table.together > leafEvents) expect(tiles.some(({ tile }) => tile.pages)).toBe(true);
	});
});

it('an index of words takes less than half of the bytes of its table’s files', async () => {
	const { meta, files } = await build(randomCells({ rows: 9000, seed: 8, ids: true, translated: true }), 'csv', 1e9);
	expect(meta.shards).toBeGreaterThan(0);
	const bytes = (names: string[]) => names.reduce((sum, name) => sum + Buffer.byteLength(files[name]), 0);
	const words = Object.keys(files).filter((name) => name.includes('/words/'));
	expect(bytes(words)).toBeLessThan(bytes(Object.keys(files)) / 2);
});

const header = 'date,title,actors,importance,url,id';
const oneRow = 'date,title,actors\n2001-01-01,Fair,acme\n';

async function problemsOf(text: string, options: { small?: number; table?: string } = {}) {
	const path = folder();
	writeFileSync(join(path, 'events.csv'), text);
	const { problems, count } = await checkTable(tableStory('events.csv', options.table), path, path, options);
	expect(readdirSync(path)).toEqual(['events.csv']);
	return { lines: problems.map((problem) => formatProblem(problem).slice(path.length + 1)), count };
}

/** Both readers must report the same. */
async function bothWays(text: string, table?: string) {
	const read = await problemsOf(text, { small: 1e9, table });
	expect(await problemsOf(text, { small: 0, table })).toEqual(read);
	return read;
}

describe('rows that are wrong', () => {
	it('are all listed, with row and column and what to write', async () => {
		const rows = [
			'30.11.2022,Fair,acme,3,https://example.org,one',
			',,,9,ftp://example.org,',
			'2022-11-30,Fair,acne,x,,one-',
			'2022-11-30,Fair,acme; mei ;,,,two',
			'2022-02-30T10:00:00Z,Fair,mei,3.0,,two',
			`2022,${'long '.repeat(70)},mei,0,not an address,launch`
		];
		expect(await bothWays([header, ...rows].join('\n'))).toEqual({
			lines: [
				'events.csv:2:1 row 1, date: "30.11.2022" is not EDTF; write 2022-11-30',
				'events.csv:3:1 row 2, date: the date is empty; write EDTF such as 2022-11-30, 2022-11, 1977~ or 2024-01/2024-11',
				'events.csv:3:2 row 2, title: the title is empty; write a few words',
				'events.csv:3:3 row 2, actors: nobody acts here; write ids of actors.yaml, separated by ;',
				'events.csv:3:4 row 2, importance: "9" is no importance; write 1 to 5, or nothing for 3',
				'events.csv:3:5 row 2, url: "ftp://example.org" is no web address; write one that begins with https://',
				'events.csv:3:6 row 2, id: the id is empty; write one in every row, or leave the column out',
				'events.csv:4:3 row 3, actors: no actor "acne"; did you mean "acme"?',
				'events.csv:4:4 row 3, importance: "x" is no importance; write 1 to 5, or nothing for 3',
				'events.csv:4:6 row 3, id: "one-" is no id; write lower-case letters, digits and single hyphens',
				expect.stringMatching(/^events.csv:6:1 row 5, date: "2022-02-30T10:00:00Z" is not/),
				'events.csv:6:6 row 5, id: id "two" is already used in row 4; write another one',
				'events.csv:7:2 row 6, title: the title has 349 characters; write 300 or fewer',
				'events.csv:7:4 row 6, importance: "0" is no importance; write 1 to 5, or nothing for 3',
				'events.csv:7:5 row 6, url: "not an address" is no web address; write one that begins with https://',
				'events.csv:7:6 row 6, id: id "launch" is that of an event in events.yaml; write another one'
			],
			count: 16
		});
	});

	it('are counted where they are many', async () => {
		const rows = Array.from({ length: 70 }, (_, n) => `soon ${n},Fair,acme`);
		const { lines, count } = await bothWays(['date,title,actors', ...rows].join('\n'));
		expect(lines.length).toBe(50);
		expect(lines[49]).toContain(':51:1 row 50, date: "soon 49" is not EDTF');
		expect(count).toBe(70);
	});

	it('are counted exactly where they are too many to be explained', async () => {
		const rows = Array.from({ length: 3000 }, (_, n) => {
			const date = n % 3 ? `2001-01-01 00:00:${n}` : n % 2 ? `${1000 + n}/..` : `[${1000 + n}..]`;
			return `"${date}",Fair,acme`;
		});
		const { lines, count } = await bothWays(['date,title,actors', ...rows].join('\n'));
		expect(count).toBe(2000);
		expect(lines.every((line) => line.includes(' is not EDTF; write '))).toBe(true);
	});

	it('are not read as dates where EDTF has none, whoever reads them', async () => {
		const dates =
			`2022-02-28T24:00:00Z,2022-06-30T23:59:60Z,0999-01-01,0000-01-01,-0044-03-15,2022-01-01T00:00:00+02:00,
			2022-01-01T00:00:00,2022-1-1,2022-02-29,2024-02-29,1900-02-29,2022-01-01T25:00:00Z,9999-12-31,10000-01-01,Y170000002,Y1000000000001,
			2022-01-01 00:00:00,infinity,today,epoch,2022-W01,1985/,../1985,[1667..1670],{1960,1961}`.split(/,\s*/);
		const rows = dates.map((date) => `"${date}",Fair,acme`);
		const { lines } = await bothWays(['date,title,actors', ...rows].join('\n'));
		const wrong = dates.filter((date) => 'problem' in parseDate(date));
		expect(wrong.length).toBeGreaterThan(8);
		expect(lines.length).toBe(wrong.length);
		wrong.forEach((date, n) => expect(lines[n]).toContain(`row ${dates.indexOf(date) + 1}, date: "${date}"`));
	});

	it('or columns that are missing, are named with what was meant', async () => {
		const { lines } = await bothWays('dat,titel,who\n2022,Fair,acme\n', ', columns: { actors: whom, url: link }');
		expect(lines.map((line) => line.split(' Or ')[0])).toEqual([
			'events.csv:1:1: the table has no column "title"; did you mean "titel"?',
			'events.csv:1:1: the table has no column "date"; did you mean "dat"?',
			'events.csv:1:1: the table has no column "whom"; did you mean "who"?',
			expect.stringContaining('the table has no column "link"')
		]);
		expect((await bothWays('date,title_en,actors\n2022,Fair,acme\n')).lines[0]).toContain('no column "title_zh-Hans"');
	});

	it('of a file that is no table are told from it', async () => {
		expect((await bothWays('date,title,actors\n')).lines).toEqual([
			'events.csv:1:1: the table has no rows; write at least one, or leave "table" out of story.yaml'
		]);
		const { lines } = await bothWays(`${oneRow}2001-01-02,Fair, with a comma,acme\n2001-01-03,Fair\n`);
		expect(lines).toEqual([expect.stringContaining('events.csv:3:1'), expect.stringContaining('events.csv:4:1')]);
		expect(lines[0]).toContain('the row has 4 cells, the header 3');
		for (const name of ['events.parquet', 'events.arrow']) {
			const path = folder();
			writeFileSync(join(path, name), oneRow);
			const { problems } = await checkTable(tableStory(name), path, path);
			expect(problems[0].message).toMatch(/cannot be read/);
		}
	});
});

describe('a folder of tiles', () => {
	it('has one leaf for few events, with titles, dates, addresses and who acts', async () => {
		const path = folder();
		const rows = [
			'-0217-06,"Lake, and\nfog",mei;acme,5,https://example.org/a,lake-0,,',
			'1985/..,Open,acme,,,open-1,,since long',
			'2022-11-30,Day,acme,1,,day-2,,',
			'2022-11-30T10:00:00Z,Instant,acme;mei,,,instant-3,,'
		];
		const text = ['date,name,actors,importance,url,id,when_en,when_zh-Hans', ...rows].join('\r\n');
		writeFileSync(join(path, 'events.csv'), `\ufeff${text}\r\n`);
		const story = tableStory('events.csv', ', language: en, columns: { title: name }');
		const { meta } = built(await buildTiles(story, path, join(path, 'out')));
		const { rows: read, tiles } = readTiles(join(path, 'out'));
		expect(read.length).toBe(4);
		expect(meta).toMatchObject({ count: 4, source: 'paper', language: 'en', instants: false, unnamed: [] });
		const { events } = tiles[0].tile;
		expect(events).toMatchObject({
			id: ['lake-0', 'open-1', 'instant-3', 'day-2'],
			importance: '5331',
			title: ['Lake, and fog', 'Open', 'Instant', 'Day'],
			url: { 0: 'https://example.org/a' },
			dates: {
				0: { edtf: '-0217-06', label: { en: 'June 218 BCE', 'zh-Hans': '公元前218年6月' } },
				1: { edtf: '1985/..', max: null, interval: true, label: { en: 'since 1985', 'zh-Hans': 'since long' } },
				2: { edtf: '2022-11-30T10:00:00Z' }
			}
		});
		expect(Object.keys(events.dates!)).toEqual(['0', '1', '2']);
		// What fonts are subset to: titles and words of dates, in each language.
		expect(charactersIn(join(path, 'out'), 'en')).toBe('');
		expect([...charactersIn(join(path, 'out'), 'zh-Hans')]).toEqual(expect.arrayContaining([...'公元前年月']));
		expect(read.map(({ actors }) => actors)).toEqual([['mei', 'acme'], ['acme'], ['acme', 'mei'], ['acme']]);
		expect(meta.casts.map(({ sides, actors }) => [sides.join(), actors.join()])).toEqual([
			['west', 'acme'],
			['east,west', 'mei,acme'],
			['west,east', 'acme,mei']
		]);
	});

	it('is made again where the table or its story has changed, and only then', async () => {
		const path = folder();
		const out = join(path, 'out');
		writeFileSync(join(path, 'events.csv'), oneRow);
		const first = built(await buildTiles(tableStory('events.csv'), path, out));
		expect(first.tiles).toBe(1);
		expect(built(await buildTiles(tableStory('events.csv'), path, out))).toEqual({ ...first, tiles: 0, bytes: 0 });
		writeFileSync(join(path, 'events.csv'), oneRow.replace('Fair', 'Fete'));
		const second = built(await buildTiles(tableStory('events.csv'), path, out));
		const other = built(await buildTiles(tableStory('events.csv', ', language: zh-Hans'), path, out));
		expect(new Set([first, second, other].map(({ meta }) => meta.version)).size).toBe(3);
		// The earlier tiles are gone, and nothing is left beside the folder.
		expect(readdirSync(out).sort()).toEqual([other.meta.version, 'characters.json', 'meta.json'].sort());
		expect(readdirSync(path).sort()).toEqual(['events.csv', 'out']);
	});

	it('stays whole where a row is wrong or writing is cut short', async () => {
		const path = folder();
		const out = join(path, 'out');
		writeFileSync(join(path, 'events.csv'), oneRow);
		const { meta } = built(await buildTiles(tableStory('events.csv'), path, out));
		const before = filesOf(out, meta.version);
		writeFileSync(join(path, 'events.csv'), `${oneRow}soon,Fair,acme\n`);
		expect(await buildTiles(tableStory('events.csv'), path, out)).toMatchObject({ count: 1 });
		expect(filesOf(out, meta.version)).toEqual(before);
		const cells = randomCells({ rows: 6000, seed: 9 });
		await writeTable(path, 'csv', cells);
		const stopped = buildTiles(tableStory('events.csv'), path, out, {
			small: 0,
			progress: (phase) => {
				if (phase === 'writing') throw new Error('the power went');
			}
		});
		await expect(stopped).rejects.toThrow('the power went');
		expect(filesOf(out, meta.version)).toEqual(before);
		expect(readdirSync(path).sort()).toEqual(['events.csv', 'out']);
	});

	it('is not taken for one where its meta is of another form', async () => {
		const path = folder();
		const out = join(path, 'out');
		writeFileSync(join(path, 'events.csv'), oneRow);
		await buildTiles(tableStory('events.csv'), path, out);
		writeFileSync(join(out, 'meta.json'), '{"form":0}');
		expect(built(await buildTiles(tableStory('events.csv'), path, out)).tiles).toBe(1);
	});
});
