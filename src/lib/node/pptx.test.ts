import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { unzipSync, strFromU8 } from 'fflate';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import reader from 'pptxtojson/dist/index.cjs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findValidator, validate } from '../../../tests/support/openXml/validator.ts';
import { readStory } from '../../../tests/support/story.ts';
import { layoutDeck } from '../export/slides/deck.ts';
import type { SlideChart, SlidePicture } from '../export/slides/parts.ts';
import type { Item, LocalStory } from '../view/local.ts';
import { initialView, type View } from '../view/view.ts';
import { clean, localeOf } from './pptxText.ts';
import { renderSlides } from './pptx.ts';

const link = 'https://example.org/story';
const silicon = (lang: string) => readStory('data/silicon-valley-turns', lang);
const stories: Record<string, LocalStory> = {
	en: silicon('en'),
	'zh-Hans': silicon('zh-Hans'),
	it: readStory('tests/fixtures/stories/hannibal', 'it'),
	'no figures': readStory('tests/fixtures/stories/port-log', 'en'),
	data: readStory('data/web-platform', 'en')
};
const viewOf = (story: LocalStory, part: Partial<View> = {}): View => ({ ...initialView(story.lang), ...part });
const write = (story: LocalStory, part: Partial<View> = {}, scenes?: string[]) =>
	renderSlides({ story, view: viewOf(story, part), link, scenes });

type Files = Record<string, Uint8Array>;

/** Every XML part, read by a strict parser. */
function parse(files: Files): Map<string, Document> {
	const parser = new DOMParser({
		onError: (level, message) => {
			if (level !== 'warning') throw new Error(`${level}: ${message}`);
		}
	});
	return new Map(
		Object.entries(files)
			.filter(([name]) => /\.(xml|rels|svg)$/.test(name))
			.map(([name, bytes]) => [name, parser.parseFromString(strFromU8(bytes), 'text/xml')])
	);
}

const all = (within: Document | Element, name: string) => Array.from(within.getElementsByTagName(name));

/** @returns the path of the part that a relationship of another part points to */
const target = (of: string, to: string) =>
	to.startsWith('/') ? to.slice(1) : new URL(to, `https://part/${of}`).pathname.slice(1);

function relations(documents: Map<string, Document>, of: string) {
	const name = of.replace(/([^/]*)$/, '_rels/$1.rels');
	const document = documents.get(name);
	return (document ? all(document, 'Relationship') : [])
		.filter((one) => one.getAttribute('TargetMode') !== 'External')
		.map((one) => ({
			id: one.getAttribute('Id')!,
			type: one.getAttribute('Type')!.split('/').at(-1)!,
			to: target(of, one.getAttribute('Target')!)
		}));
}

const read = (file: Uint8Array) =>
	reader.parse(file.slice().buffer, { imageMode: 'none', videoMode: 'none', audioMode: 'none' });

/** The plain text of the HTML that the reader returns. */
const plain = (html = '') =>
	html
		.replace(/<\/p>/g, '\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&nbsp;/g, ' ')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&');

let folder: string;
const made: Record<string, Uint8Array> = {};
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'throughline-pptx-'));
	for (const [name, story] of Object.entries(stories)) made[name] = await write(story);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const validator = findValidator();

function faults(file: Uint8Array): string[] {
	const path = join(folder, 'a.pptx');
	writeFileSync(path, file);
	return validate(validator!, path);
}

describe.each(Object.keys(stories))('the file of %s', (name) => {
	const story = stories[name];
	const deck = layoutDeck(story, viewOf(story), { link });

	it.skipIf(!validator)(
		'is valid by the schema, and by the rules that PowerPoint has besides (Open XML SDK)',
		async () => {
			expect(faults(made[name])).toEqual([]);
		},
		30_000
	);

	it('is well-formed, each relationship leads to a part of a declared type, ids are unique', () => {
		const files = unzipSync(made[name]);
		const documents = parse(files);
		const types = documents.get('[Content_Types].xml')!;
		const extensions = new Set(all(types, 'Default').map((one) => one.getAttribute('Extension')));
		const named = all(types, 'Override').map((one) => one.getAttribute('PartName')!.slice(1));
		expect(named.filter((part) => !files[part])).toEqual([]);
		expect(new Set(named).size).toBe(named.length);
		for (const part of ['', ...Object.keys(files)]) {
			const found = relations(documents, part);
			expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
			for (const { to } of found) {
				expect(Object.keys(files), `${part} → ${to}`).toContain(to);
				expect(named.includes(to) || extensions.has(to.split('.').at(-1)!), to).toBe(true);
			}
		}
		for (const [part, document] of documents)
			if (/^ppt\/slides\/slide/.test(part)) {
				const ids = all(document, 'p:cNvPr').map((one) => one.getAttribute('id'));
				expect(new Set(ids).size, part).toBe(ids.length);
				const used = [...strFromU8(files[part]).matchAll(/r:(?:embed|id)="(rId\d+)"/g)].map(([, id]) => id);
				expect(relations(documents, part).map(({ id }) => id)).toEqual(expect.arrayContaining(used));
			}
	});

	it('is read by another program: slides, titles, words, notes', async () => {
		const { slides, size } = await read(made[name]);
		expect(size).toEqual({ width: 960, height: 540 });
		expect(slides).toHaveLength(story.scenes.length + 2);
		slides.forEach(({ elements, note }, index) => {
			const texts = elements.map((one) => plain('content' in one ? one.content : '').trim());
			for (const part of deck.slides[index].parts) {
				if (part.type !== 'text') continue;
				const words = part.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));
				const found = texts.find((text) => text === words.join('\n').trim());
				expect(found, `${part.name} on ${index + 1}`).toBeDefined();
			}
			const said = plain(note)
				.split('\n')
				.map((line) => line.trim())
				.filter(Boolean);
			expect(said).toEqual(deck.slides[index].notes.map((line) => clean(line).trim()).filter(Boolean));
		});
	});

	it('has charts whose tables hold the figures’ amounts, in the sides’ colours', async () => {
		const { slides } = await read(made[name]);
		const charts = slides.flatMap(({ elements }) => elements.filter(({ type }) => type === 'chart'));
		const wanted = deck.slides.flatMap(({ parts }) =>
			parts.filter((part): part is SlideChart => part.type === 'chart')
		);
		expect(charts).toHaveLength(wanted.length);
		const documents = parse(unzipSync(made[name]));
		wanted.forEach(({ chart: { series, form } }, index) => {
			const { data, chartType } = charts[index] as unknown as {
				chartType: string;
				data: { key: string; values: { y: number }[] }[];
			};
			expect(chartType).toBe(form === 'line' ? 'lineChart' : 'barChart');
			expect(data.map(({ key, values }) => [key, values.map(({ y }) => y)])).toEqual(
				series.map(({ name, values }) => [name, values.filter((value) => value !== null)])
			);
			const xml = documents.get(`ppt/charts/chart${index + 1}.xml`)!;
			const labels = all(xml, 'c:dLbl').map((label) => all(label, 'a:t').map((text) => text.textContent));
			expect(labels).toEqual(series.flatMap(({ labels }) => labels.flatMap((label) => (label ? [label.lines] : []))));
			// The embedded workbook that an editor opens has the same table.
			const sheet = unzipSync(unzipSync(made[name])[`ppt/embeddings/Microsoft_Excel_Worksheet${index + 1}.xlsx`]);
			const cells = all(parse(sheet).get('xl/worksheets/sheet1.xml')!, 'c')
				.filter((cell) => cell.getAttribute('t') !== 's')
				.map((cell) => Number(all(cell, 'v')[0]?.textContent));
			const numbers = series.flatMap(({ values }) => values.filter((value) => value !== null));
			expect([...cells].sort()).toEqual([...numbers].sort());
		});
	});

	it('has each picture as SVG and, for who draws none, the same as PNG', () => {
		const files = unzipSync(made[name]);
		const documents = parse(files);
		deck.slides.forEach(({ parts }, index) => {
			const slide = `ppt/slides/slide${index + 1}.xml`;
			const pictures = parts.filter((part): part is SlidePicture => part.type === 'picture');
			const blips = all(documents.get(slide)!, 'p:pic');
			expect(blips).toHaveLength(pictures.length);
			blips.forEach((picture, at) => {
				const of = (id: string) => relations(documents, slide).find((one) => one.id === id)!.to;
				const png = PNG.sync.read(Buffer.from(files[of(all(picture, 'a:blip')[0].getAttribute('r:embed')!)]));
				const svg = strFromU8(files[of(all(picture, 'asvg:svgBlip')[0].getAttribute('r:embed')!)]);
				expect(svg).not.toMatch(/<text|https?:\/\/(?!www\.w3\.org)|<script/);
				const drawn = new Resvg(svg, { fitTo: { mode: 'width', value: png.width } }).render();
				expect([drawn.width, drawn.height]).toEqual([png.width, png.height]);
				// Only two of each file: each has millions of pixels.
				if (index < 2)
					expect(
						pixelmatch(PNG.sync.read(Buffer.from(drawn.asPng())).data, png.data, undefined, png.width, png.height)
					).toBe(0);
				const extent = all(picture, 'a:ext').find((one) => one.hasAttribute('cx'))!;
				const aspect = Number(extent.getAttribute('cx')) / Number(extent.getAttribute('cy'));
				expect(Math.abs(png.width / png.height / aspect - 1)).toBeLessThan(0.01);
				expect(all(picture, 'p:cNvPr')[0].getAttribute('descr')).toBe(clean(pictures[at].alt));
			});
		});
	});
});

describe('words and faces', () => {
	it('name their language and, by script, the theme’s faces', () => {
		const files = unzipSync(made['zh-Hans']);
		const documents = parse(files);
		const theme = documents.get('ppt/theme/theme1.xml')!;
		expect(
			all(theme, 'a:latin')
				.slice(0, 2)
				.map((one) => one.getAttribute('typeface'))
		).toEqual(['Source Serif 4', 'Source Sans 3']);
		expect(
			all(theme, 'a:ea')
				.slice(0, 2)
				.map((one) => one.getAttribute('typeface'))
		).toEqual(['Noto Serif SC', 'Noto Sans SC']);
		const runs = all(documents.get('ppt/slides/slide2.xml')!, 'a:rPr').filter((run) => all(run, 'a:latin').length);
		expect(runs.length).toBeGreaterThan(4);
		for (const run of runs) {
			expect(run.getAttribute('lang')).toBe('zh-CN');
			const [latin, ea] = ['a:latin', 'a:ea'].map((slot) => all(run, slot)[0].getAttribute('typeface'));
			expect([`${latin!.slice(0, 4)}lt`, `${latin!.slice(0, 4)}ea`]).toEqual([latin, ea]);
		}
		expect(strFromU8(files['docProps/core.xml'])).toContain('<dc:language>zh-Hans</dc:language>');
		expect(strFromU8(files['docProps/core.xml'])).toMatch(/<dc:creator>.*荣智慧.*<\/dc:creator>/);
		expect([localeOf('en'), localeOf('it'), localeOf('zh-Hant'), localeOf('ar')]).toEqual([
			'en-US',
			'it-IT',
			'zh-TW',
			'ar-EG'
		]);
	});

	it('have the colours of the sides', () => {
		const said = strFromU8(unzipSync(made.en)['ppt/slides/slide3.xml']);
		expect(said).toContain('1C4480');
		expect(strFromU8(unzipSync(made.en)['ppt/slides/slide9.xml'])).toContain('C2401F');
	});

	it('run from right to left where their language does', async () => {
		const story = { ...stories.it, lang: 'ar', dir: 'rtl' as const, title: 'حرب حنبعل', dek: 'روما وقرطاج.' };
		const file = await write(story);
		if (validator) expect(faults(file)).toEqual([]);
		const slide = parse(unzipSync(file)).get('ppt/slides/slide1.xml')!;
		const shape = all(slide, 'p:sp').find((one) => one.textContent?.includes('حرب حنبعل'))!;
		const [properties] = all(shape, 'a:pPr');
		expect([properties.getAttribute('rtl'), properties.getAttribute('algn')]).toEqual(['1', 'r']);
		expect(all(shape, 'a:rPr')[0].getAttribute('lang')).toBe('ar-EG');
	});
});

describe('the same story', () => {
	it('is the same file, whenever and after whatever it is written', async () => {
		vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
		try {
			const again = await write(stories.en);
			expect(Buffer.compare(again, made.en)).toBe(0);
		} finally {
			vi.useRealTimers();
		}
		const dates = strFromU8(unzipSync(made.en)['docProps/core.xml']).match(/\d{4}-\d\d-\d\dT[^<]*/g);
		expect(dates).toEqual(['2026-11-23T00:00:00Z', '2026-11-23T00:00:00Z']);
	});

	it('names its charts from 1 on, in the order of the slides', () => {
		const charts = Object.keys(unzipSync(made.data)).filter((part) => /charts\/chart\d+\.xml$/.test(part));
		expect(charts.sort()).toEqual(charts.map((_, index) => `ppt/charts/chart${index + 1}.xml`));
	});
});

describe('text that is meant to break it', () => {
	const hostile = [
		'</a:t></a:r><p:sp/>',
		']]><![CDATA[&lt;&amp;&#0;',
		'\u0000\u0001\u0008\u000b\u001f\u007f\u0085\ufffe\uffff',
		'\ud800 \udfff x\udbff',
		'👩‍👩‍👧‍👦 🇨🇳 e\u0301',
		'\u202eevil\u202c \u2066isolate',
		'line\nbreak\r\nand\ttab\u2028',
		'=HYPERLINK("https://example.org")',
		'{{x}} ${y} $& $1'
	].join(' ');
	const story = (): LocalStory => {
		const own = stories.en;
		const items = own.items.map((item) =>
			item.kind === 'quote'
				? { ...item, words: [hostile], translations: [], speaker: { ...item.speaker, name: hostile, role: hostile } }
				: item.kind === 'figure'
					? {
							...item,
							...{ title: hostile, note: hostile, unit: hostile },
							rows: item.rows.map((row, index) => ({
								...row,
								label: `${hostile} ${index}`,
								text: hostile,
								unit: hostile
							}))
						}
					: ({ ...item, title: hostile, summary: hostile } as Item)
		);
		const scenes = own.scenes.map((scene) => ({
			...scene,
			heading: hostile,
			windowLabel: hostile,
			prose: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text: hostile }] }, ...scene.prose]
		}));
		const sources = own.sources.map((source) => ({ ...source, title: hostile, short: hostile, authors: hostile }));
		return { ...own, title: hostile, dek: hostile, items, scenes, sources };
	};

	it('leaves a file that is valid, and says the words', async () => {
		const file = await write(story());
		if (validator) expect(faults(file)).toEqual([]);
		const documents = parse(unzipSync(file));
		const texts = all(documents.get('ppt/slides/slide2.xml')!, 'a:t').map(({ textContent }) => textContent);
		expect(texts).toContain(clean(hostile));
		for (const document of documents.values())
			expect(document.documentElement!.textContent).not.toMatch(
				// eslint-disable-next-line no-control-regex -- what must not be there
				/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
			);
	});

	it('keeps what can be kept', () => {
		expect(clean('a\u0000b\nc')).toBe('ab c');
		expect(clean('x\ud800y')).toBe('xy');
		expect(clean('👩‍👩‍👧‍👦 <&>')).toBe('👩‍👩‍👧‍👦 <&>');
	});
});
