/**
 * Fixes to the file’s parts for what pptxgenjs 4.0 cannot write, or writes so that the schema or PowerPoint refuses it:
 *
 * - The PNG of an SVG picture is a placeholder (a red cross) without a browser to render it; ours replaces it.
 * - A chart’s labels are its numbers; ours are the figure’s words. Labels stand before the points’ colours, against
 *   the schema; a line chart has elements that only bars may have; blanks are numbers without a numeral.
 * - Charts are numbered across the life of the process, and times are the current time, so the same story would not
 *   give the same file.
 * - A title stands where its layout has it, however long it is.
 * - Each further run of a paragraph repeats the paragraph’s properties. Notes are one paragraph.
 * - Fonts are the same for all scripts. The notes master shares the slides’ theme, and stands in the wrong place.
 */
import { DOMParser, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import JSZip from 'jszip';
import type { Deck, Ink, NativeChart, SlidePart } from '../export/slides/parts.ts';
import { setLabels } from './pptxChart.ts';
import { localeOf } from './pptxText.ts';
import { themeXml } from './pptxTheme.ts';
import { siteThemes } from './site.ts';

export interface Finishing {
	deck: Deck;
	/** PNGs of the pictures, in the order of the slides. */
	pngs: readonly Uint8Array[];
	charts: readonly NativeChart[];
	hex: (ink: Ink, lighter?: boolean) => string;
}

type Parts = Map<string, Uint8Array | string>;

/** @returns the file, with every part well-formed and its dates taken from the deck */
export async function finish(file: Uint8Array, finishing: Finishing): Promise<Uint8Array> {
	const parts = await unpack(file);
	renumberCharts(parts);
	setPictures(parts, finishing.pngs);
	setTheme(parts, finishing.deck);
	setPresentation(parts);
	setProperties(parts, finishing.deck);
	for (const name of parts.keys())
		if (/^ppt\/(slides|slideLayouts|slideMasters)\/[^/]+\.xml$/.test(name)) edit(parts, name, setRuns);
	finishing.deck.slides.forEach(({ parts: own }, index) =>
		edit(parts, `ppt/slides/slide${index + 1}.xml`, (document) => setTitle(document, own))
	);
	finishing.deck.slides.forEach(({ notes }, index) =>
		edit(parts, `ppt/notesSlides/notesSlide${index + 1}.xml`, (document) => setNotes(document, notes, finishing.deck))
	);
	for (const [index, chart] of finishing.charts.entries()) {
		edit(parts, `ppt/charts/chart${index + 1}.xml`, (document) => setLabels(document, chart, finishing));
		const sheet = `ppt/embeddings/Microsoft_Excel_Worksheet${index + 1}.xlsx`;
		parts.set(sheet, await dated(parts.get(sheet) as Uint8Array, finishing.deck));
	}
	return pack(parts, finishing.deck.date);
}

async function unpack(file: Uint8Array): Promise<Parts> {
	const zip = await JSZip.loadAsync(file);
	const parts: Parts = new Map();
	for (const entry of Object.values(zip.files)) {
		if (entry.dir) continue;
		parts.set(entry.name, await entry.async(/\.(xml|rels)$/.test(entry.name) ? 'string' : 'uint8array'));
	}
	return parts;
}

/** `[Content_Types].xml` comes first, since it describes the other parts. Dates in a zip begin in 1980. */
function pack(parts: Parts, date: Date): Promise<Uint8Array> {
	const zip = new JSZip();
	const first = (name: string) => Number(name !== '[Content_Types].xml');
	const names = [...parts.keys()].sort((a, b) => first(a) - first(b) || (a < b ? -1 : 1));
	const day = new Date(Math.max(date.getTime() || 0, Date.UTC(1980, 0, 2)));
	for (const name of names) zip.file(name, parts.get(name)!, { date: day, createFolders: false });
	return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 9 } });
}

const textOf = (parts: Parts, name: string) => parts.get(name) as string;

/** Only errors count: a warning may concern a character that merely looks wrong. */
const parser = new DOMParser({
	onError: (level, message) => {
		if (level !== 'warning') throw new Error(message);
	}
});

function edit(parts: Parts, name: string, change: (document: Document) => void) {
	const document = parser.parseFromString(textOf(parts, name).trim(), 'text/xml');
	change(document);
	parts.set(name, new XMLSerializer().serializeToString(document));
}

const all = (within: Document | Element, name: string): Element[] => Array.from(within.getElementsByTagName(name));

/** Numbers the charts from 1, in the order of the slides. */
function renumberCharts(parts: Parts) {
	const numbers = new Map<string, number>();
	const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/_rels\//.test(name));
	slides.sort((a, b) => slideNumber(a) - slideNumber(b));
	for (const name of slides)
		for (const [, number] of textOf(parts, name).matchAll(/charts\/chart(\d+)\.xml/g))
			if (!numbers.has(number)) numbers.set(number, numbers.size + 1);
	const renamed = (text: string) =>
		text.replace(
			/(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)(?=\.xml|\.xlsx)/g,
			(whole, before, number) => (numbers.has(number) ? `${before}${numbers.get(number)}` : whole)
		);
	for (const [name, part] of [...parts]) {
		const text = typeof part === 'string' && /(\.rels|\[Content_Types\]\.xml)$/.test(name) ? renamed(part) : part;
		parts.delete(name);
		parts.set(`${renamed(name)} `, text);
	}
	// In two steps, so that no new name collides with an old one.
	for (const [name, part] of [...parts]) {
		parts.delete(name);
		parts.set(name.trimEnd(), part);
	}
}

const slideNumber = (name: string) => Number(/(\d+)\.xml/.exec(name)?.[1] ?? 0);

function setPictures(parts: Parts, pngs: readonly Uint8Array[]) {
	const names = [...parts.keys()].filter((name) => /^ppt\/media\/.*\.png$/.test(name));
	const order = (name: string) => (/image-(\d+)-(\d+)\./.exec(name) ?? []).slice(1).map(Number);
	names.sort((a, b) => order(a)[0] - order(b)[0] || order(a)[1] - order(b)[1]);
	names.forEach((name, index) => parts.set(name, pngs[index]));
}

/** Sets the theme of the slides, and a separate copy for the notes. */
function setTheme(parts: Parts, deck: Deck) {
	const theme = themeXml(textOf(parts, 'ppt/theme/theme1.xml'), deck, siteThemes().light);
	parts.set('ppt/theme/theme1.xml', theme);
	parts.set('ppt/theme/theme2.xml', theme);
	const rels = 'ppt/notesMasters/_rels/notesMaster1.xml.rels';
	parts.set(rels, textOf(parts, rels).replace('theme1.xml', 'theme2.xml'));
	// The library declares a master for every slide; there is only one.
	const types = textOf(parts, '[Content_Types].xml').replace(
		/<Override PartName="\/([^"]*)"[^>]*\/>/g,
		(whole, part) => (parts.has(part) ? whole : '')
	);
	const theme1 = /<Override PartName="\/ppt\/theme\/theme1\.xml"[^>]*\/>/.exec(types)![0];
	parts.set('[Content_Types].xml', types.replace(theme1, theme1 + theme1.replace('theme1', 'theme2')));
}

/** The schema wants the list of notes masters before the slides. */
function setPresentation(parts: Parts) {
	edit(parts, 'ppt/presentation.xml', (document) => {
		const [notes] = all(document, 'p:notesMasterIdLst');
		const [slides] = all(document, 'p:sldIdLst');
		slides.parentNode!.insertBefore(notes, slides);
	});
}

const iso = ({ date }: Pick<Deck, 'date'>) => new Date(date.getTime() || 0).toISOString().replace(/\.\d+Z$/, 'Z');

function setDates(xml: string, deck: Deck): string {
	return xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${iso(deck)}`);
}

function setProperties(parts: Parts, deck: Deck) {
	const name = 'docProps/core.xml';
	parts.set(name, setDates(textOf(parts, name).trim(), deck));
	edit(parts, name, (document) => {
		const language = document.createElementNS('http://purl.org/dc/elements/1.1/', 'dc:language');
		language.appendChild(document.createTextNode(deck.lang));
		document.documentElement!.appendChild(language);
		for (const by of all(document, 'cp:lastModifiedBy')) by.textContent = deck.foot.right;
	});
}

/** A chart’s table is a workbook within the file, with dates of its own. */
async function dated(sheet: Uint8Array, deck: Deck): Promise<Uint8Array> {
	const parts = await unpack(sheet);
	const core = 'docProps/core.xml';
	parts.set(core, setDates(textOf(parts, core), deck).replaceAll('PptxGenJS', 'Throughline'));
	return pack(parts, deck.date);
}

/** Removes repeated paragraph properties, and names the theme’s font for each script. */
function setRuns(document: Document) {
	for (const paragraph of all(document, 'a:p'))
		all(paragraph, 'a:pPr')
			.slice(1)
			.forEach((again) => again.parentNode!.removeChild(again));
	for (const [script, slot] of [
		['latin', 'lt'],
		['ea', 'ea'],
		['cs', 'cs']
	])
		for (const face of all(document, `a:${script}`)) {
			const theme = /^\+(mj|mn)-/.exec(face.getAttribute('typeface') ?? '')?.[1];
			if (!theme) continue;
			face.setAttribute('typeface', `+${theme}-${slot}`);
			face.removeAttribute('pitchFamily');
			face.removeAttribute('charset');
		}
	for (const run of [...all(document, 'a:rPr'), ...all(document, 'a:defRPr')]) run.removeAttribute('altLang');
}

/** Places the title: without a position of its own, a placeholder stands where its layout has it. */
function setTitle(document: Document, parts: readonly SlidePart[]) {
	const title = parts.find((part) => part.type === 'text' && part.title);
	const shape = all(document, 'p:sp').find((one) =>
		all(one, 'p:ph').some((place) => place.getAttribute('type') === 'title')
	);
	if (!title || !shape) return;
	const set = (name: string, values: Record<string, number>) => {
		for (const [key, value] of Object.entries(values))
			all(shape, name)[0].setAttribute(key, String(Math.round(value * emu)));
	};
	all(shape, 'p:cNvPr')[0].setAttribute('name', title.name);
	set('a:off', { x: title.x, y: title.y });
	set('a:ext', { cx: title.width, cy: title.height });
}

/** English Metric Units in a point. */
const emu = 12_700;

function setNotes(document: Document, notes: readonly string[], deck: Deck) {
	const body = all(document, 'p:sp').find((shape) =>
		all(shape, 'p:ph').some((place) => place.getAttribute('type') === 'body')
	)!;
	const [words] = all(body, 'p:txBody');
	for (const old of all(words, 'a:p')) words.removeChild(old);
	const make = (name: string) =>
		document.createElementNS('http://schemas.openxmlformats.org/drawingml/2006/main', name);
	for (const line of notes) {
		const paragraph = make('a:p');
		if (deck.dir === 'rtl') {
			const properties = make('a:pPr');
			properties.setAttribute('algn', 'r');
			properties.setAttribute('rtl', '1');
			paragraph.appendChild(properties);
		}
		if (line.trim()) {
			const run = make('a:r');
			const properties = make('a:rPr');
			properties.setAttribute('lang', localeOf(deck.lang));
			run.appendChild(properties);
			const text = make('a:t');
			text.appendChild(document.createTextNode(line));
			run.appendChild(text);
			paragraph.appendChild(run);
		}
		words.appendChild(paragraph);
	}
}
