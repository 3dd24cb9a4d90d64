/** What a site’s settings add to the head of its pages: icon, faces, and the script that counts visits. */
import { plainSerif } from '../layout/theme.ts';
import type { Logo } from '../page/logo.ts';
import { fontFace } from './fallbacks.ts';
import { ratioOf } from './images.ts';
import { escapeHtml } from '../text/html.ts';
import { site, type SiteFont } from './site.ts';
import { assetOf, assetUrl, typeOf } from './siteFiles.ts';
import { textStacks } from './textStacks.ts';

/** @param embedded whether the page is shown in a frame of another site */
export function siteHead(lang: string, embedded: boolean): string {
	return `${faceHead(lang)}${analyticsHead(embedded)}`;
}

/** The icon in the browser’s tab. */
export function iconHead(): string {
	const { base, logo } = site();
	const file = logo && (logo.icon ?? logo.file);
	const [href, type] = file ? [assetUrl(file), typeOf(file)!] : [`${base}/favicon.svg`, 'image/svg+xml'];
	return `<link rel="icon" href="${href}" type="${type}">`;
}

/** The marks that both scripts use: on a Chinese page the Chinese face draws them (faces.ts). */
const withoutSharedMarks = 'U+0-2013,U+2015-2017,U+201A-201B,U+201E-2025,U+2027-10FFFF';

const families = { text: 'Site Text', headings: 'Site Headings' };

/**
 * The faces of what is read, as `--text` and `--headings`. A stack of system fonts is one of Latin script, and has the
 * marks that both scripts use: it sets no Chinese page, only other languages in it. Files set what they have.
 */
function faceHead(lang: string): string {
	const { fonts } = site();
	const chinese = lang.startsWith('zh');
	const rules: string[] = [];
	const preloads: string[] = [];
	const of = (role: 'text' | 'headings', font: SiteFont | undefined) => {
		if (!font) return;
		const name = families[role];
		const own = typeof font === 'string' ? textStacks[font] : `'${name}'`;
		if (typeof font === 'object') {
			const [first] = font;
			preloads.push(
				`<link rel="preload" href="${assetUrl(first.file)}" as="font" type="${typeOf(first.file)}" crossorigin="anonymous">`
			);
			for (const { file, weight, style } of font) {
				const face = (family: string, range?: string) =>
					fontFace({
						'font-family': `'${family}'`,
						'font-weight': weight,
						'font-style': style,
						'font-display': 'swap',
						src: `url(${assetUrl(file)})`,
						...(range && { 'unicode-range': range })
					});
				rules.push(face(name, chinese ? withoutSharedMarks : undefined));
				if (chinese) rules.push(face(`${name} Latin`));
			}
		}
		const set = (selector: string, stack: string) => rules.push(`${selector}{--${role}:${stack}}`);
		if (typeof font === 'object') set(':root', `${own},${plainSerif()}`);
		else if (!chinese) set(':root', own);
		if (chinese)
			set(':root :lang(en)', `${typeof font === 'object' ? `'${name} Latin',` : ''}${own},${plainSerif('Latin')}`);
		else set(':root :lang(zh)', plainSerif('Han'));
	};
	of('text', fonts.text);
	of('headings', fonts.headings);
	if (!rules.length) return '';
	const headings = fonts.headings ? 'h1,h2,h3,h4{font-family:var(--headings,var(--text,var(--serif)))}' : '';
	return `${preloads.join('')}<style>${rules.join('')}${headings}</style>`;
}

/** None while the site is edited: an editor’s own visits are not counted. */
function analyticsHead(embedded: boolean): string {
	const { analytics, edited } = site();
	if (!analytics || edited || (embedded && !analytics.embeds)) return '';
	const data = Object.entries(analytics.data).map(([name, value]) => ` data-${name}="${escapeHtml(value)}"`);
	return `<script defer src="${escapeHtml(assetUrl(analytics.script))}"${data.join('')}></script>`;
}

/** @returns null where the name is shown */
export function siteLogo(): Logo | null {
	const { logo } = site();
	if (!logo) return null;
	const ratio = ratioOf(logo.file, assetOf(logo.file).bytes) ?? 1;
	return { src: assetUrl(logo.file), ...(logo.dark && { dark: assetUrl(logo.dark) }), ratio };
}
