/** The foot of a site’s pages; nothing where it says nothing there. */
import { render } from 'svelte/server';
import type { Foot } from '../page/foot.ts';
import Footer from '../page/Footer.svelte';
import { plainText } from '../story/prose.ts';
import { strings } from '../text/strings.ts';
import { accounts } from './accounts.ts';
import { site } from './site.ts';

/** @param lang BCP 47 language of the page */
function footOf(lang: string): Foot | null {
	const { footer, licence, social } = site();
	const { ui, lang: words } = strings(lang);
	// The page’s language, or one that it is a form of, or the text for all, or the first.
	const found = [lang, lang.split('-')[0], '', ...Object.keys(footer)].find((one) => one in footer);
	const text = found === undefined ? null : { blocks: footer[found], ...(found && { lang: found }) };
	if (!text && !licence && !social.length) return null;
	return {
		words,
		text,
		licence: licence && { label: ui.home.licence, name: licence.name, url: licence.url },
		accounts: social.map(({ network, handle, url }) => ({ network: accounts[network].name, handle, url }))
	};
}

/** All of its characters, for the faces of a page. */
export function footText(lang: string): string {
	const foot = footOf(lang);
	if (!foot) return '';
	const { text, licence, accounts } = foot;
	const named = accounts.flatMap(({ network, handle }) => [network, handle]);
	return [text && plainText(text.blocks), licence?.label, licence?.name, ...named].filter(Boolean).join(' ');
}

/** HTML of the foot, with its style sheets. */
export function footHtml(lang: string): string {
	const foot = footOf(lang);
	if (!foot) return '';
	const { head, body } = render(Footer, { props: { foot } });
	return `${head}${body}`.replace(/<!--[^]*?-->/g, '');
}
