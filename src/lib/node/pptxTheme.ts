/** The theme of a slide file: the design’s colours and fonts, under the names that a program offers. */
import type { Theme } from '../layout/theme.ts';
import type { Deck } from '../export/slides/parts.ts';

/**
 * The page’s faces by name. A program replaces a missing one with the nearest: `panose` and `pitchFamily` declare a
 * serif or a sans, `charset` a font for simplified Chinese.
 */
const faces = {
	major: {
		latin: '<a:latin typeface="Source Serif 4" panose="02040603050405020204" pitchFamily="18" charset="0"/>',
		ea: '<a:ea typeface="Noto Serif SC" panose="02020200000000000000" pitchFamily="18" charset="-122"/>',
		hans: '宋体'
	},
	minor: {
		latin: '<a:latin typeface="Source Sans 3" panose="020B0503030403020204" pitchFamily="34" charset="0"/>',
		ea: '<a:ea typeface="Noto Sans SC" panose="020B0200000000000000" pitchFamily="34" charset="-122"/>',
		hans: '等线'
	}
};

/** @param xml the library’s own theme, with fonts for every script */
export function themeXml(xml: string, { lang }: Pick<Deck, 'lang'>, theme: Theme): string {
	const colour = (value: string) => `<a:srgbClr val="${value.slice(1).toUpperCase()}"/>`;
	const { ink, ink2, paper, raised, colours } = theme;
	const scheme = Object.entries({
		...{ dk1: ink, lt1: paper, dk2: ink2, lt2: raised },
		...{ accent1: colours.blue, accent2: colours.vermilion, accent3: colours.violet },
		...{ accent4: colours.ochre, accent5: colours.green, accent6: colours.ink },
		...{ hlink: colours.blue, folHlink: colours.violet }
	})
		.map(([name, value]) => `<a:${name}>${colour(value)}</a:${name}>`)
		.join('');
	// In languages that write another script in the East Asian slot, the theme’s list names better fonts.
	const others = /^(ja|ko)\b|Hant|-(TW|HK)\b/.test(lang);
	const fonts = (set: (typeof faces)['major'], name: string, within: string) =>
		within.replace(
			new RegExp(`<a:${name}Font>.*?<a:ea typeface=""/>`, 's'),
			`<a:${name}Font>${set.latin}${others ? '<a:ea typeface=""/>' : set.ea}`
		);
	const named = fonts(faces.minor, 'minor', fonts(faces.major, 'major', xml));
	return named
		.replace(/<a:clrScheme.*?<\/a:clrScheme>/s, `<a:clrScheme name="Throughline">${scheme}</a:clrScheme>`)
		.replace('<a:fontScheme name="Office">', '<a:fontScheme name="Throughline">')
		.replace(/<a:theme ([^>]*)name="[^"]*"/, '<a:theme $1name="Throughline"')
		.replace(/<a:extLst>.*<\/a:extLst>(?=<\/a:theme>)/s, '');
}
