/**
 * Colours and faces. A drawing takes a Theme as a prop: custom properties on screen (so that light, dark and print need
 * no second drawing), hex in a file (a rasteriser knows no custom properties). One table serves both.
 */
export interface Theme {
	paper: string;
	raised: string;
	/** Three strengths of ink: text, second text, and what is only seen in passing. */
	ink: string;
	ink2: string;
	ink3: string;
	rule: string;
	/** Of sides. */
	colours: Record<SideColour, string>;
	serif: string;
	sans: string;
}

export type SideColour = 'blue' | 'vermilion' | 'green' | 'violet' | 'ochre' | 'ink';

/**
 * For CSS and SVG; without spaces after commas, which one rasteriser takes for part of a name. The browser’s own font,
 * made as wide as ours (server/faces.ts, `fallbacks`), comes before the Chinese ones: those have Latin letters too.
 */
export const stacks = {
	serif: stack('Throughline Serif', 'Source Serif 4', 'Noto Serif SC', 'Songti SC', 'Georgia', 'serif'),
	sans: stack('Throughline Sans', 'Source Sans 3', 'Noto Sans SC', 'PingFang SC', 'Arial', 'sans-serif'),
	/** For text in Latin script on a Chinese page, `:lang(en)`. */
	serifLatin: stack('Throughline Serif Latin', 'Source Serif 4', 'Noto Serif SC', 'Songti SC', 'Georgia', 'serif'),
	sansLatin: stack('Throughline Sans Latin', 'Source Sans 3', 'Noto Sans SC', 'PingFang SC', 'Arial', 'sans-serif')
};

function stack(first: string, second: string, ...others: string[]): string {
	const fallback = first.replace(/( Latin)?$/, ' Fallback');
	const quoted = (name: string) => (name.includes(' ') ? `'${name}'` : name);
	return [first, second, fallback, ...others].map(quoted).join(',');
}

const { serif, sans } = stacks;

const names: SideColour[] = ['blue', 'vermilion', 'green', 'violet', 'ochre', 'ink'];
export const plain = ['paper', 'raised', 'ink', 'ink2', 'ink3', 'rule'] as const;

/** The theme of a live page: every colour a custom property of `themeCss`. */
export const screen: Theme = {
	...(Object.fromEntries(plain.map((name) => [name, `var(--${name})`])) as Record<(typeof plain)[number], string>),
	colours: Object.fromEntries(names.map((name) => [name, `var(--side-${name})`])) as Theme['colours'],
	serif,
	sans
};
