/**
 * A deck as a PowerPoint file (ECMA-376), written by pptxgenjs: slides, native text boxes, native charts with their
 * tables, pictures, notes. pptxParts.ts fixes what the library cannot write, or writes against the schema.
 */
import PptxGenJS from 'pptxgenjs';
import { footTop, layoutDeck, type DeckOptions } from '../export/slides/deck.ts';
import {
	least,
	margin,
	slideSize,
	type Box,
	type Deck,
	type Ink,
	type NativeChart,
	type Paragraph,
	type Series,
	type SlideChart,
	type SlidePart,
	type SlideText
} from '../export/slides/parts.ts';
import type { SideColour } from '../layout/theme.ts';
import type { LocalStory } from '../view/local.ts';
import type { View } from '../view/view.ts';
import { finish } from './pptxParts.ts';
import { cleaned, localeOf } from './pptxText.ts';
import { renderBoth } from './render.ts';
import { siteThemes } from './site.ts';

export interface PptxRequest extends DeckOptions {
	story: LocalStory;
	view: View;
	/** Called with the characters that no shipped font has; pictures show boxes in their places. */
	onmissing?: (characters: string) => void;
}

/** Pixels of a picture’s PNG for each point: sharp on a screen 3,000 px wide. */
const density = 3;

/** @returns the file’s bytes, the same for the same story and View */
export async function renderSlides({ story: given, view, onmissing, ...options }: PptxRequest): Promise<Uint8Array> {
	const story = cleaned(given);
	const deck = layoutDeck(story, view, options);
	const pptx = new PptxGenJS();
	pptx.layout = 'LAYOUT_WIDE';
	pptx.title = deck.title;
	pptx.subject = deck.subject;
	pptx.author = deck.author;
	pptx.company = deck.foot.right;
	pptx.rtlMode = deck.dir === 'rtl';
	defineLayout(pptx, deck);
	const pngs: Uint8Array[] = [];
	for (const { parts, notes } of deck.slides) {
		const slide = pptx.addSlide({ masterName: layoutName });
		slide.slideNumber = {
			...inches({ x: slideSize.width - margin - 36, y: footTop, width: 36, height: 18 }),
			...{ ...fontOf('sans'), fontSize: least, color: hex('ink2'), align: 'right', margin: 0 }
		};
		for (const part of parts) {
			if (part.type !== 'picture') {
				addPart(slide, part, deck);
				continue;
			}
			const { svg, png } = await renderBoth(story, part.picture, { theme: 'light', times: density, onmissing });
			pngs.push(png);
			slide.addImage({
				...inches(part),
				data: `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`,
				...{ altText: part.alt, objectName: part.name }
			});
		}
		slide.addNotes(notes.join('\n'));
	}
	const written = (await pptx.write({ outputType: 'uint8array' })) as Uint8Array;
	const charts = deck.slides.flatMap(({ parts }) => parts.filter((part): part is SlideChart => part.type === 'chart'));
	return finish(written, { deck, pngs, charts: charts.map(({ chart }) => chart), hex: seriesHex });
}

const layoutName = 'Throughline';

/** Background, title and footer are in the slide layout, so that they can be changed in one place. */
function defineLayout(pptx: PptxGenJS, deck: Deck) {
	const foot = (words: string, box: Box, align: 'left' | 'right') => ({
		text: {
			text: words,
			options: {
				...inches(box),
				...{ ...fontOf('sans'), fontSize: least, color: hex('ink2'), lang: localeOf(deck.lang) },
				...{ align, valign: 'top' as const, margin: 0, wrap: false }
			}
		}
	});
	const { left, right } = deck.foot;
	const wide = slideSize.width - 2 * margin;
	pptx.defineSlideMaster({
		title: layoutName,
		background: { color: hex('paper') },
		objects: [
			{
				placeholder: {
					options: {
						...{ name: 'title', type: 'title' },
						...inches({ x: margin, y: 44, width: wide, height: 44 }),
						...{
							...fontOf('serif'),
							fontSize: 32,
							bold: !isCjk(deck.lang),
							color: hex('ink'),
							align: start(deck),
							valign: 'top',
							margin: 0
						}
					},
					text: ''
				}
			},
			...(left ? [foot(left, { x: margin, y: footTop, width: wide - 140, height: 18 }, 'left')] : []),
			foot(right, { x: slideSize.width - margin - 136, y: footTop, width: 92, height: 18 }, 'right')
		]
	});
}

function hex(ink: Ink): string {
	const { light } = siteThemes();
	const colour =
		ink in light ? light[ink as 'ink' | 'ink2' | 'ink3' | 'rule' | 'paper'] : light.colours[ink as SideColour];
	return colour.replace('#', '').toUpperCase();
}

/** A colour halfway between this one and the background. */
function lighter(colour: string): string {
	const ground = hex('paper');
	return [0, 2, 4]
		.map((at) => Math.round((parseInt(colour.slice(at, at + 2), 16) + parseInt(ground.slice(at, at + 2), 16)) / 2))
		.map((value) => value.toString(16).padStart(2, '0').toUpperCase())
		.join('');
}

const seriesHex = (ink: Ink, light = false) => (light ? lighter(hex(ink)) : hex(ink));

/** The theme’s fonts, so that an editor can replace them in one place. */
const fontOf = (face: 'serif' | 'sans') => ({ fontFace: face === 'serif' ? '+mj-lt' : '+mn-lt' });
const isCjk = (lang: string) => /^(zh|ja|ko)\b/.test(lang);
const start = ({ dir }: Pick<Deck, 'dir'>) => (dir === 'rtl' ? 'right' : 'left');
const inches = ({ x, y, width, height }: Box) => ({ x: x / 72, y: y / 72, w: width / 72, h: height / 72 });

function addPart(slide: PptxGenJS.Slide, part: Exclude<SlidePart, { type: 'picture' }>, deck: Deck) {
	if (part.type === 'text') addWords(slide, part, deck);
	else if (part.type === 'chart') addChart(slide, part);
	else
		slide.addShape('rect', {
			...inches(part),
			...{ fill: { color: hex(part.ink) }, line: { type: 'none' }, objectName: part.name }
		});
}

function addWords(slide: PptxGenJS.Slide, { paragraphs, title, name, ...box }: SlideText, deck: Deck) {
	slide.addText(
		paragraphs.flatMap((paragraph, index) => runsOf(paragraph, index, deck)),
		{
			...inches(box),
			...{ valign: 'top', align: start(deck), margin: 0, fit: 'shrink', isTextBox: !title, objectName: name },
			...(title && { placeholder: 'title' })
		}
	);
}

function runsOf(paragraph: Paragraph, index: number, deck: Deck): PptxGenJS.TextProps[] {
	const { runs, size, face, leading, before = 0, align } = paragraph;
	return runs.map(({ text, lang, bold, ink }, at) => ({
		text: text,
		options: {
			...{ ...fontOf(face), fontSize: size, color: hex(ink ?? 'ink'), lang: localeOf(lang ?? deck.lang) },
			// Chinese serif has no bold, as on the page.
			bold: !!bold && !(isCjk(lang ?? deck.lang) && face === 'serif'),
			lineSpacing: size * leading,
			...(index > 0 && before > 0 && { paraSpaceBefore: before }),
			align: align === 'end' ? (deck.dir === 'rtl' ? 'left' : 'right') : start(deck),
			...(deck.dir === 'rtl' && { rtlMode: true }),
			breakLine: at === runs.length - 1
		}
	}));
}

function addChart(slide: PptxGenJS.Slide, { chart, alt, name, ...box }: SlideChart) {
	const text = { color: hex('ink'), face: '+mn-lt', size: chart.size };
	const { x, y, width: w, height: h } = chart.plot;
	slide.addChart(chart.form === 'line' ? 'line' : 'bar', tableOf(chart), {
		...inches(box),
		...{ altText: alt, objectName: name },
		layout: { x, y, w, h },
		chartArea: { roundedCorners: false },
		chartColors: inksOf(chart),
		...(chart.form !== 'line' && {
			...{ barDir: 'bar', barGrouping: chart.form === 'share' ? 'stacked' : 'clustered' },
			barGapWidthPct: Math.round((1 / chart.fill - 1) * 100)
		}),
		...(chart.form === 'share' && { dataBorder: { pt: 1.5, color: hex('paper') } }),
		...(chart.form === 'line' && {
			lineSize: 2,
			lineDash: ['sysDot'],
			lineDataSymbol: 'circle',
			lineDataSymbolSize: 8
		}),
		...{ catAxisLabelColor: text.color, catAxisLabelFontFace: text.face, catAxisLabelFontSize: text.size },
		...{ catAxisLineShow: chart.form === 'bars', catAxisLineColor: hex('ink3'), catAxisMajorTickMark: 'none' },
		// The first category on top.
		...(chart.form !== 'line' && { catAxisOrientation: 'maxMin' }),
		...{ catAxisHidden: chart.form === 'share' && chart.categories.length < 2 },
		...{ valAxisHidden: true, valAxisMinVal: chart.from, valAxisMaxVal: chart.to, valGridLine: { style: 'none' } },
		...(chart.form === 'share' && {
			...{
				showLegend: true,
				legendPos: 'b',
				legendFontFace: text.face,
				legendFontSize: text.size,
				legendColor: text.color
			}
		})
	} as PptxGenJS.IChartOpts);
}

/** The table behind a chart, which an editor can open. */
const tableOf = ({ categories, series }: NativeChart) =>
	series.map(({ name, values }) => ({
		name: name,
		labels: categories,
		// The library’s types do not allow blanks; its worksheets do.
		values: values as number[]
	}));

function inksOf({ series }: NativeChart): string[] {
	const [first] = series as Series[];
	if (series.length === 1 && first.inks) return first.inks.map((ink) => seriesHex(ink));
	return series.map(({ ink, lighter }) => seriesHex(ink, lighter));
}
