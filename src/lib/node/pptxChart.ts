/** The labels of a native chart: for each value the figure’s own words, where the library writes numbers. */
import type { Document, Element } from '@xmldom/xmldom';
import type { Deck, Ink, NativeChart, PointLabel } from '../export/slides/parts.ts';
import { localeOf } from './pptxText.ts';

const places: Record<PointLabel['at'], string> = {
	after: 'outEnd',
	within: 'ctr',
	above: 't',
	below: 'b',
	left: 'l',
	right: 'r'
};

const charts = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main';

type Maker = (name: string, attributes?: Record<string, string | number>, ...children: (Element | string)[]) => Element;

const makerOf =
	(document: Document): Maker =>
	(name, attributes = {}, ...children) => {
		const element = document.createElementNS(name.startsWith('a:') ? drawing : charts, name);
		for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
		for (const child of children)
			element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
		return element;
	};

const all = (within: Document | Element, name: string): Element[] => Array.from(within.getElementsByTagName(name));
const remove = (element: Element) => void element.parentNode!.removeChild(element);

export function setLabels(
	document: Document,
	chart: NativeChart,
	{ deck, hex }: { deck: Deck; hex: (ink: Ink, lighter?: boolean) => string }
): void {
	const make = makerOf(document);
	for (const empty of all(document, 'c:v').filter((value) => !value.textContent && isNumber(value)))
		remove(empty.parentNode as Element);
	all(document, 'c:ser').forEach((series, index) => {
		for (const old of all(series, 'c:dLbls')) remove(old);
		if (chart.form === 'line') all(series, 'c:invertIfNegative').forEach(remove);
		const [before] = all(series, 'c:cat');
		const labels = chart.series[index].labels.flatMap((label, at) =>
			label ? [labelOf(label, at, make, { size: chart.size, lang: deck.lang, colour: hex(label.ink) })] : []
		);
		series.insertBefore(make('c:dLbls', {}, ...labels, ...shows(make, false)), before);
	});
	setSchema(document, chart, make);
	// Labels of a whole chart stand after the series; each series has its own, so they are removed.
	for (const labels of all(document, 'c:dLbls')) if ((labels.parentNode as Element).tagName !== 'c:ser') remove(labels);
}

/**
 * Schema fixes: a line chart needs a grouping, a chart may have only two axes, categories of one level a plain cache.
 */
function setSchema(document: Document, { form }: NativeChart, make: Maker) {
	const [varied] = all(document, 'c:varyColors');
	if (form === 'line') varied.parentNode!.insertBefore(make('c:grouping', { val: 'standard' }), varied);
	const named = Array.from(varied.parentNode!.childNodes).filter(({ nodeName }) => nodeName === 'c:axId');
	named.slice(2).forEach((axis) => remove(axis as Element));
	for (const levels of all(document, 'c:multiLvlStrRef')) {
		const cache = make('c:strCache');
		for (const part of [...all(levels, 'c:ptCount'), ...all(levels, 'c:pt')]) cache.appendChild(part);
		levels.parentNode!.replaceChild(make('c:strRef', {}, all(levels, 'c:f')[0], cache), levels);
	}
}

const isNumber = (value: Element) => (value.parentNode?.parentNode as Element | null)?.tagName === 'c:numCache';

const shows = (make: Maker, value: boolean): Element[] =>
	['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'].map((what) =>
		make(`c:show${what}`, { val: Number(value && what === 'Val') })
	);

function labelOf(
	{ lines, at, bold }: PointLabel,
	index: number,
	make: Maker,
	{ size, lang, colour }: { size: number; lang: string; colour: string }
): Element {
	const properties = (name: string) =>
		make(
			name,
			{ lang: localeOf(lang), sz: Math.round(size * 100), b: Number(!!bold) },
			make('a:solidFill', {}, make('a:srgbClr', { val: colour })),
			make('a:latin', { typeface: '+mn-lt' }),
			make('a:ea', { typeface: '+mn-ea' }),
			make('a:cs', { typeface: '+mn-cs' })
		);
	const paragraphs = lines.map((line) => make('a:p', {}, make('a:r', {}, properties('a:rPr'), make('a:t', {}, line))));
	const body = make('a:bodyPr', { wrap: 'none', lIns: 38100, tIns: 19050, rIns: 38100, bIns: 19050, anchor: 'ctr' });
	return make(
		'c:dLbl',
		{},
		make('c:idx', { val: index }),
		make('c:tx', {}, make('c:rich', {}, body, make('a:lstStyle'), ...paragraphs)),
		make('c:dLblPos', { val: places[at] }),
		...shows(make, true)
	);
}
