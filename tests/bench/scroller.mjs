/** Writes the first story as a hand-made scroller and as the page without scripts, both from the same data. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { bundle } from './peers.mjs';
import { root } from './story.mjs';

/** @typedef {import('../../src/lib/view/local.ts').LocalStory} LocalStory */
/** @typedef {import('../../src/lib/view/local.ts').Block} Block */
/** @typedef {import('../../src/lib/story/prose.ts').Inline} Inline */

/**
 * What the scroller’s script gets; times are in ms.
 * @typedef {object} Told
 * @property {{ ref: string, title: string, date: string, side: string, at: number, from: number, to: number }[]} items
 * in order of time; `from` and `to` differ for an interval
 * @property {{ id: string, window: [number, number] | null, lights: string[] }[]} scenes
 * @property {[number, number]} extent
 */

/**
 * @param {string} slug of a shipped story
 * @param {string} lang
 * @returns {Promise<LocalStory>} as its page has it
 * @throws {Error} listing all problems of the story, if it has any
 */
export async function readTold(slug, lang) {
	const file = join(root, 'tests/support/story.ts');
	/** @type {{ module: typeof import('../support/story.ts') }} */
	const { module } = await runnerImport(file, { configFile: false, root });
	return module.readStory(join(root, 'data', slug), lang);
}

/**
 * @param {string} folder becomes the site of the peers
 * @param {LocalStory} story
 * @param {string} [head] HTML for its fonts
 */
export async function writeScroller(folder, story, head = '') {
	await bundle('scroller.html', folder);
	const file = join(folder, 'peers/scroller.html');
	const page = readFileSync(file, 'utf8')
		.replace('<!-- head -->', () => `<title>${escaped(story.title)}</title>${head}`)
		.replace('<!-- story -->', () => bodyOf(story));
	writeFileSync(file, page);
}

/**
 * @param {string} page HTML of a built story page
 * @returns {string} its HTML for fonts: the preloads and the `@font-face` rules
 * @throws {Error} if it has none
 */
export function fontsOf(page) {
	const links = page.match(/<link\b[^>]*\bas="font"[^>]*>/g) ?? [];
	const style = /<style>@font-face[^]*?<\/style>/.exec(page)?.[0];
	if (!links.length || !style) throw new Error('the page names no fonts');
	return links.join('') + style;
}

/**
 * The page for a reader without JavaScript: without scripts and their preloads, and with the content of `noscript`.
 * @param {string} page HTML
 */
export const withoutScripts = (page) =>
	page
		.replace(/<script\b[^>]*>[^]*?<\/script>/g, '')
		.replace(/<link\b[^>]*\b(?:rel="modulepreload"|as="script")[^>]*>/g, '')
		.replace(/<\/?noscript>/g, '');

/**
 * @param {string} folder becomes the site of the peers
 * @param {string} page HTML of a built story page, one folder below the site’s own
 */
export function writePlain(folder, page) {
	mkdirSync(join(folder, 'plain'), { recursive: true });
	writeFileSync(join(folder, 'plain/story.html'), withoutScripts(page));
}

const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param {LocalStory} story */
function bodyOf(story) {
	const scenes = story.scenes.map(
		({ id, heading, prose }) =>
			`<section class="scene" data-scene="${id}"><h2>${escaped(heading)}</h2>${prose.map((block) => blockOf(block, story)).join('')}</section>`
	);
	// In JSON, `<` occurs only within strings.
	const data = JSON.stringify(toldOf(story)).replaceAll('<', '\\u003c');
	return `<header><h1>${escaped(story.title)}</h1><p class="dek">${escaped(story.dek)}</p></header>
<main class="scrolly"><div class="graphic"></div><article>${scenes.join('\n')}</article></main>
<script type="application/json" id="data">${data}</script>`;
}

/**
 * @param {LocalStory} story
 * @returns {Told}
 */
const toldOf = ({ items, scenes, extent }) => ({
	items: items.map(({ ref, title, date: { label, at, min, max, interval }, sides }) => ({
		ref,
		title,
		date: label,
		side: sides[0],
		at,
		from: interval ? Math.max(min, extent[0]) : at,
		to: interval ? Math.min(max, extent[1]) : at
	})),
	scenes: scenes.map(({ id, window, lights }) => ({ id, window, lights })),
	extent
});

/** @param {Block} block @param {LocalStory} story @returns {string} */
function blockOf(block, story) {
	if (block.type === 'paragraph') return `<p>${inlineOf(block.children)}</p>`;
	if (block.type === 'list') {
		const name = block.ordered ? 'ol' : 'ul';
		return `<${name}>${block.items.map((item) => `<li>${inlineOf(item)}</li>`).join('')}</${name}>`;
	}
	const item = story.items.find(({ ref }) => ref === block.ref);
	if (item?.kind === 'quote') {
		const words = item.translations.find(({ language }) => language === story.lang)?.words ?? item.words;
		return `<figure><blockquote>${escaped(words.join(', '))}</blockquote><figcaption>${escaped(item.speaker.name)}, ${escaped(item.date.label)}</figcaption></figure>`;
	}
	if (item?.kind !== 'figure') return '';
	const rows = item.rows.map(({ text, label }) => `<dt>${escaped(text)}</dt><dd>${escaped(label)}</dd>`);
	return `<figure><figcaption>${escaped(item.title)}</figcaption><dl>${rows.join('')}</dl></figure>`;
}

/** @param {Inline[]} list @returns {string} */
function inlineOf(list) {
	return list
		.map((part) => {
			if (part.type === 'text') return escaped(part.text);
			const inside = inlineOf(part.children);
			if (part.type === 'computed') return inside;
			return part.type === 'em' ? `<em>${inside}</em>` : `<a href="${escaped(part.href)}">${inside}</a>`;
		})
		.join('');
}
