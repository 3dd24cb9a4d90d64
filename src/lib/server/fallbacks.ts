/**
 * What a reader sees until our Latin faces are there: fonts of the device, each made as wide and as high as ours, so that
 * the swap moves nothing. One family for each, tried in turn, since each needs numbers of its own.
 *
 * The numbers are of this table and not of a library’s: `@capsizecss/metrics` has neither the bold of Georgia, Times and
 * Arial, in which headings wait, nor DejaVu, which a bare Linux shows. The test beside fonts.ts measures them on the
 * font files: ours and the device’s, or its free twin of the same widths.
 */
export type Family = 'Throughline Serif' | 'Throughline Sans';

export interface Fallback {
	/** Which of our families it stands in for. */
	of: Family;
	/** What it is called in CSS; `stacks` of layout/theme.ts has it after ours. */
	family: string;
	/** Names of the regular and of the bold on devices: full names and PostScript names, twins last. */
	local: { 400: string[]; 600: string[] };
	/** The width of English text in ours over that in this font. */
	widen: { 400: number; 600: number };
}

/** Of our families, in ems. */
export const heights: Record<Family, { ascent: number; descent: number }> = {
	'Throughline Serif': { ascent: 1.036, descent: 0.335 },
	'Throughline Sans': { ascent: 1.024, descent: 0.4 }
};

const names = (...families: string[]) => ({ 400: families, 600: families.map((family) => `${family} Bold`) });

export const fallbacks: Fallback[] = [
	{
		of: 'Throughline Serif',
		family: 'Serif as Georgia',
		local: { 400: ['Georgia', 'Gelasio'], 600: ['Georgia Bold', 'Georgia-Bold', 'Gelasio Bold'] },
		widen: { 400: 1.07, 600: 0.932 }
	},
	{
		of: 'Throughline Serif',
		family: 'Serif as Noto',
		local: names('Noto Serif'),
		widen: { 400: 0.992, 600: 0.949 }
	},
	{
		of: 'Throughline Serif',
		family: 'Serif as Times',
		local: names('Times New Roman', 'Liberation Serif', 'Tinos'),
		widen: { 400: 1.17, 600: 1.11 }
	},
	{
		of: 'Throughline Serif',
		family: 'Serif as DejaVu',
		local: names('DejaVu Serif'),
		widen: { 400: 0.919, 600: 0.846 }
	},
	{
		of: 'Throughline Sans',
		family: 'Sans as Arial',
		local: {
			400: ['Arial', 'Helvetica', 'Liberation Sans', 'Arimo'],
			600: ['Arial Bold', 'Arial-BoldMT', 'Helvetica Bold', 'Helvetica-Bold', 'Liberation Sans Bold', 'Arimo Bold']
		},
		widen: { 400: 0.928, 600: 0.883 }
	},
	{
		of: 'Throughline Sans',
		family: 'Sans as Roboto',
		local: names('Roboto'),
		widen: { 400: 0.932, 600: 0.94 }
	},
	{
		of: 'Throughline Sans',
		family: 'Sans as DejaVu',
		local: names('DejaVu Sans'),
		widen: { 400: 0.815, 600: 0.744 }
	}
];

/**
 * @param range CSS `unicode-range`, where it may not draw all that it can
 * @returns the `@font-face` rules: regular, bold
 */
export function fallbackRules({ of, family, local, widen }: Fallback, range?: string): string[] {
	const { ascent, descent } = heights[of];
	return ([400, 600] as const).map((weight) =>
		fontFace({
			'font-family': `'${family}'`,
			'font-weight': weight === 400 ? '400 599' : '600',
			src: local[weight].map((name) => `local('${name}')`).join(','),
			'size-adjust': percent(widen[weight]),
			'ascent-override': percent(ascent / widen[weight]),
			'descent-override': percent(descent / widen[weight]),
			'line-gap-override': '0%',
			...(range && { 'unicode-range': range })
		})
	);
}

export function fontFace(descriptors: Record<string, string>): string {
	const body = Object.entries(descriptors).map(([name, value]) => `${name}:${value}`);
	return `@font-face{${body.join(';')}}`;
}

function percent(share: number): string {
	return `${(share * 100).toFixed(1)}%`;
}
