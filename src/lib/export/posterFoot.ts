/** The footer of a poster: sources, the meaning of its signs, what is left out; and a QR code. */
import { encode } from 'uqr';
import type { Sign } from '../layout/parts.ts';
import { textWidth, wrapText } from '../layout/textWidth.ts';
import { count } from '../text/fill.ts';
import type { Item, LocalStory } from '../view/local.ts';
import { languageName } from './cardSheet.ts';
import type { PictureLayout } from './parts.ts';
import type { Band, PosterFrame } from './posterFrame.ts';
import { translationNote } from './posterTexts.ts';
import { address, sourceLine, textOn } from './sheet.ts';

/** @param left number of told items that are not on the sheet */
export function layoutPosterFoot(
	story: LocalStory,
	{
		link,
		frame: { inner, small },
		told,
		left,
		signs
	}: { link: string; frame: PosterFrame; told: readonly Item[]; left: number; signs: readonly Sign[] }
): Band {
	const { ui, lang } = story;
	const whole = address(link);
	const space = ui.opening.space;
	const sentences = [
		translationNote(told, story, (language) => languageName(language, lang)),
		...signs.map((sign) => ui.opening.signs[sign]),
		left ? count(lang, ui.export.leftOut, left, { n: left, total: told.length }) : ''
	];
	const room = inner - textWidth(ui.product, small * 1.2) - 40;
	const lines = [
		...wrapText(sourceLine(story), small, room, 3),
		...wrapText(sentences.filter(Boolean).join(space), small, room, 4),
		...(whole ? wrapText(whole, small, room, 3) : [])
	];
	const step = small * 1.44;
	const height = lines.length * step;
	const text = textOn(0);
	const name = { x: inner, anchor: 'end', weight: 600, tone: 'ink' } as const;
	return {
		texts: [
			...lines.map((one, index) => text({ y: height - (lines.length - 1 - index) * step - 3, text: one, size: small })),
			text({ y: height - 3, text: ui.product, size: small * 1.2, ...name })
		],
		timelines: [],
		charts: [],
		rules: [],
		height
	};
}

/** Smallest module of the code in px: 0.4 mm, which a camera held close can resolve. */
const leastModule = 1.7;
const mostCode = 170;

/** A QR code (ISO/IEC 18004) with its quiet zone; undefined for a path alone, or an address that is too long for it. */
export function codeOf(link: string): Omit<NonNullable<PictureLayout['code']>, 'x' | 'y'> | undefined {
	if (!address(link)) return undefined;
	let data: boolean[][];
	try {
		({ data } = encode(link, { ecc: 'M', border: 4 }));
	} catch {
		return undefined;
	}
	const module = Math.max(leastModule, 88 / data.length);
	const width = module * data.length;
	if (width > mostCode) return undefined;
	const path = data
		.flatMap((row, y) =>
			[
				...row
					.map((dark) => (dark ? '1' : '0'))
					.join('')
					.matchAll(/1+/g)
			].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
		)
		.join('');
	return { width, module, path };
}
