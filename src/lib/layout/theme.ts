/**
 * Colours and typefaces. A drawing takes a Theme as a prop: custom properties on screen (so that light, dark and print
 * need no redrawing), hex in a file (a rasteriser knows no custom properties).
 */
export interface Theme {
	paper: string;
	raised: string;
	/** Three strengths of ink: text, secondary text, and decoration. */
	ink: string;
	ink2: string;
	ink3: string;
	rule: string;
	/** The colours of sides. */
	colours: Record<SideColour, string>;
	serif: string;
	sans: string;
}

export type SideColour = 'blue' | 'vermilion' | 'green' | 'violet' | 'ochre' | 'ink';

/** For files and SVG; without spaces after commas, which one rasteriser takes for part of a name. */
export const stacks = {
	serif: stack('Throughline Serif', 'Source Serif 4', 'Noto Serif SC', 'Songti SC', 'Georgia', 'serif'),
	sans: stack('Throughline Sans', 'Source Sans 3', 'Noto Sans SC', 'PingFang SC', 'Arial', 'sans-serif'),
	/** For text in Latin script on a Chinese page, `:lang(en)`. */
	serifLatin: stack('Throughline Serif Latin', 'Source Serif 4', 'Noto Serif SC', 'Songti SC', 'Georgia', 'serif'),
	sansLatin: stack('Throughline Sans Latin', 'Source Sans 3', 'Noto Sans SC', 'PingFang SC', 'Arial', 'sans-serif')
};

/**
 * For pages: the device’s own fonts, adjusted to the width of ours (server/fallbacks.ts), are used until ours have
 * loaded. They come before the Chinese fonts, since those have Latin letters too.
 */
export const pageStacks = {
	serif: waiting(stacks.serif, 'Serif as Georgia', 'Serif as Noto', 'Serif as Times', 'Serif as DejaVu'),
	sans: waiting(stacks.sans, 'Sans as Arial', 'Sans as Roboto', 'Sans as DejaVu')
};

/** The page’s stack for text in another script with different punctuation: that script’s own face first. */
export const foreign = (page: string, script: 'Latin' | 'Han') => page.replace(/^'([^']*)'/, `'$1 ${script}',$&`);

/** The page’s serif stack, or the one for text in another script than its page’s. */
export const plainSerif = (script?: 'Latin' | 'Han') => (script ? foreign(pageStacks.serif, script) : pageStacks.serif);

function stack(...names: string[]): string {
	return names.map(quoted).join(',');
}

function waiting(stack: string, ...fallbacks: string[]): string {
	const [first, second, ...others] = stack.split(',');
	return [first, second, ...fallbacks.map(quoted), ...others].join(',');
}

function quoted(name: string): string {
	return name.includes(' ') ? `'${name}'` : name;
}

/** The colour of a side, as a layout names it; the second ink for what has no side. */
export const sideColour = (theme: Theme, colour: string): string => theme.colours[colour as SideColour] ?? theme.ink2;

export const sideColours: SideColour[] = ['blue', 'vermilion', 'green', 'violet', 'ochre', 'ink'];
export const plain = ['paper', 'raised', 'ink', 'ink2', 'ink3', 'rule'] as const;

/** The theme of a live page: every colour is a custom property of `themeCss`. */
export const screen: Theme = {
	...(Object.fromEntries(plain.map((name) => [name, `var(--${name})`])) as Record<(typeof plain)[number], string>),
	colours: Object.fromEntries(sideColours.map((name) => [name, `var(--side-${name})`])) as Theme['colours'],
	serif: 'var(--serif)',
	sans: 'var(--sans)'
};
