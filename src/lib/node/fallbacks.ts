/**
 * The fonts shown until our Latin faces are loaded: fonts of the device, each scaled to the width and height of ours,
 * so that the swap moves nothing. Each has its own family, tried in turn, since each needs its own metrics.
 *
 * The metrics are measured here and not taken from `@capsizecss/metrics`, which has neither the bold of Georgia, Times
 * and Arial, used while headings load, nor DejaVu, the default on a bare Linux. The test beside fonts.ts checks them
 * against the font files: ours, and the device’s or its free, metrically compatible counterpart.
 */
export type Family = 'Throughline Serif' | 'Throughline Sans';

export interface Fallback {
	/** The family that it stands in for. */
	of: Family;
	/** Its CSS family name; `stacks` of layout/theme.ts lists it after ours. */
	family: string;
	/** Names of the regular and the bold on devices: full names and PostScript names, compatible counterparts last. */
	local: { regular: string[]; bold: string[] };
	/**
	 * Width of English text in our face divided by its width in this font. The regular is measured by kind of character,
	 * since a line of a Chinese page has names and numbers (OpenAI, 2025), and one of an English page mostly lower case
	 * and spaces.
	 */
	widen: { lower: number; space: number; rest: number; bold: number };
}

/** Ascent and descent of our families, in ems. */
export const heights: Record<Family, { ascent: number; descent: number }> = {
	'Throughline Serif': { ascent: 1.036, descent: 0.335 },
	'Throughline Sans': { ascent: 1.024, descent: 0.4 }
};

/** Kinds of characters, as CSS `unicode-range`; `rest` is everything else. */
const kinds = { lower: 'U+61-7A', space: 'U+20' };

const names = (...families: string[]) => ({
	regular: families,
	bold: families.map((family) => `${family} Bold`)
});

export const fallbacks: Fallback[] = [
	{
		of: 'Throughline Serif',
		family: 'Serif as Georgia',
		local: { regular: ['Georgia', 'Gelasio'], bold: ['Georgia Bold', 'Georgia-Bold', 'Gelasio Bold'] },
		widen: { lower: 1.089, space: 0.978, rest: 1.005, bold: 0.932 }
	},
	{
		of: 'Throughline Serif',
		family: 'Serif as Noto',
		local: names('Noto Serif'),
		widen: { lower: 1, space: 0.907, rest: 1.014, bold: 0.949 }
	},
	{
		of: 'Throughline Serif',
		family: 'Serif as Times',
		local: names('Times New Roman', 'Liberation Serif', 'Tinos'),
		widen: { lower: 1.216, space: 0.943, rest: 1.057, bold: 1.11 }
	},
	{
		of: 'Throughline Serif',
		family: 'Serif as DejaVu',
		local: names('DejaVu Serif'),
		widen: { lower: 0.947, space: 0.742, rest: 0.887, bold: 0.846 }
	},
	{
		of: 'Throughline Sans',
		family: 'Sans as Arial',
		local: {
			regular: ['Arial', 'Helvetica', 'Liberation Sans', 'Arimo'],
			bold: ['Arial Bold', 'Arial-BoldMT', 'Helvetica Bold', 'Helvetica-Bold', 'Liberation Sans Bold', 'Arimo Bold']
		},
		widen: { lower: 0.966, space: 0.717, rest: 0.862, bold: 0.883 }
	},
	{
		of: 'Throughline Sans',
		family: 'Sans as Roboto',
		local: names('Roboto'),
		widen: { lower: 0.949, space: 0.803, rest: 0.918, bold: 0.94 }
	},
	{
		of: 'Throughline Sans',
		family: 'Sans as DejaVu',
		local: names('DejaVu Sans'),
		widen: { lower: 0.842, space: 0.627, rest: 0.811, bold: 0.744 }
	}
];

/**
 * @param chinese whether the page is Chinese: nothing on it is bold, and its Chinese face has the marks that both
 * scripts use
 * @param latin CSS `unicode-range` of a Latin face on the page
 * @returns the `@font-face` rules
 */
export function fallbackRules({ of, family, local, widen }: Fallback, chinese: boolean, latin: string): string[] {
	const { ascent, descent } = heights[of];
	const rule = (kind: keyof Fallback['widen'], range?: string) =>
		fontFace({
			'font-family': `'${family}'`,
			'font-weight': kind === 'bold' ? '600' : '400 599',
			src: local[kind === 'bold' ? 'bold' : 'regular'].map((name) => `local('${name}')`).join(','),
			'size-adjust': percent(widen[kind]),
			'ascent-override': percent(ascent / widen[kind]),
			'descent-override': percent(descent / widen[kind]),
			'line-gap-override': '0%',
			...(range && { 'unicode-range': range })
		});
	// When two rules include a character, the later one draws it.
	const regular = [rule('rest', chinese ? latin : undefined), rule('lower', kinds.lower), rule('space', kinds.space)];
	return chinese ? regular : [...regular, rule('bold')];
}

export function fontFace(descriptors: Record<string, string>): string {
	const body = Object.entries(descriptors).map(([name, value]) => `${name}:${value}`);
	return `@font-face{${body.join(';')}}`;
}

function percent(share: number): string {
	return `${(share * 100).toFixed(1)}%`;
}
