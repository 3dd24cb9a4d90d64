/**
 * Sets the text of a drawing for programs without web fonts. In an SVG every glyph becomes an outline, so that a
 * browser, a rasteriser and a vector editor show the same; the words stay in the file, invisible, for search, selection
 * and screen readers. For a PDF every run of text is placed with the name of its font file. Works on any DOM.
 */
import { runsOf, undrawn, type FontFile, type Run, type TextStyle } from './runs.ts';

/** Its outline is read from the font’s file when it is asked for. */
interface Glyph {
	id: number;
	path: { commands: readonly unknown[]; toSVG(): string };
}

/** An open font: the parts of fontkit’s `Font` that are used here. */
export interface OpenFont {
	unitsPerEm: number;
	hasGlyphForCodePoint(point: number): boolean;
	layout(text: string): {
		glyphs: Glyph[];
		positions: { xAdvance: number; xOffset: number; yOffset: number }[];
		advanceWidth: number;
	};
}

/** An open face of one weight. */
export type OpenFace = Pick<FontFile, 'name' | 'family' | 'weight' | 'unicodeRange'> & { font: OpenFont };

export interface SetOptions {
	/** outlines: only glyphs; both: glyphs, with the words over them, invisible; runs: words for a PDF. */
	mode: 'outlines' | 'both' | 'runs';
	/** Prefix of ids. */
	prefix: string;
	/** Characters that no face has: as text, where the program may have a font of its own, or as a box. */
	missing: 'text' | 'box';
}

interface Shaped {
	text: string;
	face: OpenFace;
	/** Distance from the start of the whole text, px. */
	x: number;
	glyphs: { glyph: Glyph; x: number; y: number }[];
	scale: number;
}

/** Width in em to assume for characters that no face has. */
const guess = 0.6;

/**
 * Replaces every `text` element of the drawing, in place.
 * @param svg a drawing by Picture.svelte: text elements contain only text, and give family, size, weight and anchor
 * @returns the characters that no face has, each once
 */
export function setText(svg: Element, faces: readonly OpenFace[], { mode, prefix, missing }: SetOptions): string {
	const document = svg.ownerDocument;
	const make = (name: string, attributes: Record<string, string | number | null>) => {
		const element = document.createElementNS('http://www.w3.org/2000/svg', name);
		for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, String(value));
		return element;
	};
	const able = faces.map((face) => ({
		...face,
		has: (character: string) => hasGlyph(face.font, character)
	}));
	const shapes = new Map<string, string>();
	const idOf = (face: OpenFace, glyph: Glyph) => {
		const id = `${prefix}-${face.name}-${face.weight}-${glyph.id}`;
		if (!shapes.has(id)) shapes.set(id, glyph.path.toSVG());
		return id;
	};
	const without = new Set<string>();

	for (const text of Array.from(svg.getElementsByTagName('text'))) {
		const attribute = (name: string) => text.getAttribute(name);
		const number = (name: string) => Number(attribute(name) ?? 0);
		const [x, y, size, spacing] = [number('x'), number('y'), number('font-size'), number('letter-spacing')];
		const { words, style } = read(text);
		const { shaped, width, lost } = shape(runsOf(words, style, able), size, spacing);
		const anchor = attribute('text-anchor');
		const start = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
		const group = make('g', { fill: attribute('fill'), opacity: attribute('opacity') });

		/** The glyphs of the text; with a stroke, for the halo behind them. */
		const outlines = (stroke: { colour: string; width: number } | null) =>
			shaped.map((run) => {
				const k = round(run.scale, 5);
				const part = make('g', {
					transform: `translate(${round(start + run.x, 2)} ${round(y, 2)}) scale(${k} ${-k})`,
					stroke: stroke && stroke.colour,
					'stroke-width': stroke && round(stroke.width / run.scale, 1),
					'stroke-linejoin': stroke && 'round'
				});
				for (const { glyph, x, y } of run.glyphs) {
					if (!glyph.path.commands.length) continue;
					const use = make('use', { x: x || null, y: y || null });
					// Older editors know only this attribute.
					use.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', `#${idOf(run.face, glyph)}`);
					part.appendChild(use);
				}
				return part;
			});
		const plainText = (content: string, at: number, own: string) => {
			const element = make('text', {
				x: round(at, 2),
				y: round(y, 2),
				'font-family': own,
				'font-size': size,
				'font-weight': mode === 'runs' ? null : attribute('font-weight'),
				'letter-spacing': spacing || null,
				'fill-opacity': mode === 'both' ? 0 : null,
				'xml:space': 'preserve'
			});
			element.textContent = content;
			return element;
		};

		const halo = attribute('stroke');
		if (halo) for (const part of outlines({ colour: halo, width: number('stroke-width') })) group.appendChild(part);
		if (mode === 'runs')
			for (const run of shaped) group.appendChild(plainText(run.text, start + run.x, faceId(run.face)));
		else for (const part of outlines(null)) group.appendChild(part);
		if (mode === 'both') {
			const live = plainText(words, x, attribute('font-family')!);
			if (anchor) live.setAttribute('text-anchor', anchor);
			if (attribute('lang')) live.setAttribute('lang', attribute('lang')!);
			group.appendChild(live);
		}
		for (const { text: content, at } of lost) {
			for (const character of content) if (!undrawn.test(character)) without.add(character);
			if (missing === 'box') {
				const box = { x: round(start + at + size * 0.05, 2), y: round(y - size * 0.75, 2), height: size * 0.75 };
				const width = [...content].length * guess * size - size * 0.1;
				group.appendChild(make('rect', { ...box, width, fill: 'none', stroke: attribute('fill'), 'stroke-width': 1 }));
			} else {
				const left = plainText(content, start + at, attribute('font-family')!);
				left.removeAttribute('fill-opacity');
				group.appendChild(left);
			}
		}
		text.parentNode!.replaceChild(group, text);
	}
	if (shapes.size) {
		const defs = make('defs', {});
		for (const [id, path] of shapes) defs.appendChild(make('path', { id, d: path }));
		svg.insertBefore(defs, svg.firstChild);
	}
	return [...without].join('');
}

/** Style and words of a text element. */
function read(text: Element) {
	const weight = Number(text.getAttribute('font-weight') ?? 400) >= 600 ? 600 : 400;
	const family = /^'?([^',]+)/.exec(text.getAttribute('font-family') ?? '')?.[1] ?? '';
	return { words: (text.textContent ?? '').trim(), style: { family, weight } as TextStyle };
}

/** The faces used by a drawing’s text, each with the characters that it draws there. */
export function facesIn<F extends Omit<FontFile, 'url'>>(
	svg: Element,
	faces: readonly F[]
): { face: F; characters: string }[] {
	const used = new Map<F, Set<string>>();
	for (const text of Array.from(svg.getElementsByTagName('text'))) {
		const { words, style } = read(text);
		for (const { face, text: run } of runsOf(words, style, faces)) {
			if (!face) continue;
			const known = used.get(face) ?? new Set();
			used.set(face, known);
			for (const character of run) known.add(character);
		}
	}
	return [...used].map(([face, characters]) => ({ face, characters: [...characters].join('') }));
}

/** The name under which a PDF registers a face. */
export const faceId = ({ name, weight }: Pick<OpenFace, 'name' | 'weight'>) => `${name}-${weight}`;

function shape(runs: Run<OpenFace & { has?: unknown }>[], size: number, spacing: number) {
	const shaped: Shaped[] = [];
	const lost: { text: string; at: number }[] = [];
	let width = 0;
	for (const { text: whole, face } of runs) {
		const text = [...whole].filter((character) => !undrawn.test(character)).join('');
		if (!face) {
			lost.push({ text: whole, at: width });
			width += [...text].length * (guess * size + spacing);
			continue;
		}
		const { glyphs, positions, advanceWidth } = face.font.layout(text);
		const scale = size / face.font.unitsPerEm;
		let pen = 0;
		const placed = glyphs.map((glyph, index) => {
			const { xAdvance, xOffset, yOffset } = positions[index];
			const at = { glyph, x: round(pen + xOffset, 1), y: round(yOffset, 1) };
			pen += xAdvance + spacing / scale;
			return at;
		});
		shaped.push({ text, face, x: width, glyphs: placed, scale });
		width += advanceWidth * scale + glyphs.length * spacing;
	}
	return { shaped, width, lost };
}

/** A font subset to no characters has no character map, and fontkit throws when it looks for it. */
function hasGlyph(font: OpenFont, character: string): boolean {
	try {
		return font.hasGlyphForCodePoint(character.codePointAt(0)!);
	} catch (error) {
		if (error instanceof TypeError) return false;
		throw error;
	}
}

/**
 * A font file with room after its end: fontkit reads the header of an empty glyph too (a space), which at the end of a
 * subset font is beyond it.
 */
export function withRoom(file: ArrayBuffer): Uint8Array {
	const bytes = new Uint8Array(file.byteLength + 16);
	bytes.set(new Uint8Array(file));
	return bytes;
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));
