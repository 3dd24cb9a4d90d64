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

/** Blue and vermilion differ in hue, in lightness (for grey print) and under each common colour blindness. */
export const light: Theme = {
	paper: '#faf6ee',
	raised: '#fffdf8',
	ink: '#231e18',
	ink2: '#5a5146',
	ink3: '#968b7c',
	rule: '#ddd4c5',
	colours: {
		blue: '#1c4480',
		vermilion: '#c2401f',
		green: '#2f6b45',
		violet: '#6a4591',
		ochre: '#8a5f10',
		ink: '#5a5146'
	},
	serif,
	sans
};

export const dark: Theme = {
	paper: '#171512',
	raised: '#211d19',
	ink: '#ece5d9',
	ink2: '#b9afa0',
	ink3: '#7c7367',
	rule: '#3b352d',
	colours: {
		blue: '#86aee6',
		vermilion: '#f2967a',
		green: '#86c39a',
		violet: '#bfa2e6',
		ochre: '#d8ab58',
		ink: '#b9afa0'
	},
	serif,
	sans
};

const plain = ['paper', 'raised', 'ink', 'ink2', 'ink3', 'rule'] as const;

/** The theme of a live page: every colour a custom property of `themeCss`. */
export const screen: Theme = {
	...(Object.fromEntries(plain.map((name) => [name, `var(--${name})`])) as Record<(typeof plain)[number], string>),
	colours: Object.fromEntries(
		Object.keys(light.colours).map((name) => [name, `var(--side-${name})`])
	) as Theme['colours'],
	serif,
	sans
};

/** The custom properties: light, dark by the device or by choice, and light again on paper. */
export function themeCss(): string {
	const set = (theme: Theme) =>
		[
			...plain.map((name) => `--${name}:${theme[name]}`),
			...Object.entries(theme.colours).map(([name, colour]) => `--side-${name}:${colour}`)
		].join(';');
	return [
		`:root{color-scheme:light;${set(light)};--serif:${serif};--sans:${sans}}`,
		// An apostrophe of a Latin quotation on a Chinese page is not one em wide.
		`:root:lang(zh) :lang(en){--serif:${stacks.serifLatin};--sans:${stacks.sansLatin}}`,
		`@media(prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${set(dark)}}}`,
		`:root[data-theme=dark]{color-scheme:dark;${set(dark)}}`,
		`@media print{:root:root:root{color-scheme:light;${set({ ...light, paper: '#fff', raised: '#fff' })}}}`
	].join('');
}
