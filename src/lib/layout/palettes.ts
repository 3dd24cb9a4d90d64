/** The colour values: for the style sheet that the server writes, and for files. A live page needs neither. */
import { foreign, pageStacks, plain, sideColours, stacks, type SideColour, type Theme } from './theme.ts';

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

/** For greyscale print: sides differ only in lightness, and each is dark enough to read as text. */
export const grey: Theme = {
	paper: '#ffffff',
	raised: '#ffffff',
	ink: '#111111',
	ink2: '#444444',
	ink3: '#8c8c8c',
	rule: '#d9d9d9',
	colours: {
		blue: '#161616',
		vermilion: '#767676',
		green: '#4c4c4c',
		violet: '#2f2f2f',
		ochre: '#636363',
		ink: '#444444'
	},
	serif,
	sans
};

/** The themes that a file can be drawn in. */
export const pictureThemes = { light, dark, grey };
/** Name of one of `pictureThemes`. */
export type PictureTheme = keyof typeof pictureThemes;

/** What a colour is for: grounds, inks and lines, and the sides, of which `ink` is called `other` here. */
export const roles = [...plain, 'blue', 'vermilion', 'green', 'violet', 'ochre', 'other'] as const;
export type Role = (typeof roles)[number];

/** A site’s own colours, `#rrggbb`; the others stay as they are. */
export type SiteColours = Partial<Record<'light' | 'dark', Partial<Record<Role, string>>>>;

/** The colour that a theme has for a role. */
export const colourOf = (theme: Theme, role: Role): string =>
	isPlain(role) ? theme[role] : theme.colours[role === 'other' ? 'ink' : role];

const isPlain = (role: Role): role is (typeof plain)[number] => (plain as readonly string[]).includes(role);

/**
 * The themes of a site with colours of its own. `grey`, which is for grey print, is the same for every site. An `ink2`
 * that is given is also the colour of what stands on no side, unless `other` is given.
 */
export function themesOf({ light: onLight, dark: onDark }: SiteColours = {}): typeof pictureThemes {
	return { light: recoloured(light, onLight), dark: recoloured(dark, onDark), grey };
}

function recoloured(theme: Theme, own: SiteColours['light']): Theme {
	if (!own) return theme;
	const { other = own.ink2, ...rest } = own;
	const side = (name: SideColour) => (name === 'ink' ? other : rest[name]) ?? theme.colours[name];
	return {
		...theme,
		...Object.fromEntries(plain.map((name) => [name, rest[name] ?? theme[name]])),
		colours: Object.fromEntries(sideColours.map((name) => [name, side(name)])) as Theme['colours']
	};
}

/**
 * The custom properties: light, dark by the device or by choice, and always light on paper.
 * @param themes of the site, from `themesOf`
 */
export function themeCss({ light, dark }: Pick<typeof pictureThemes, 'light' | 'dark'> = pictureThemes): string {
	const set = (theme: Theme) =>
		[
			...plain.map((name) => `--${name}:${theme[name]}`),
			...Object.entries(theme.colours).map(([name, colour]) => `--side-${name}:${colour}`)
		].join(';');
	const { serif, sans } = pageStacks;
	const other = (script: 'Latin' | 'Han') => `--serif:${foreign(serif, script)};--sans:${foreign(sans, script)}`;
	return [
		`:root{color-scheme:light;${set(light)};--serif:${serif};--sans:${sans}}`,
		// English apostrophes on a Chinese page are not one em wide; Chinese quotation marks elsewhere are.
		`:root:lang(zh) :lang(en){${other('Latin')}}`,
		`:root:not(:lang(zh)) :lang(zh){${other('Han')}}`,
		`@media(prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${set(dark)}}}`,
		`:root[data-theme=dark]{color-scheme:dark;${set(dark)}}`,
		`@media print{:root:root:root{color-scheme:light;${set({ ...light, paper: '#fff', raised: '#fff' })}}}`
	].join('');
}
