/**
 * Keys of what is kept from build to build (kept.ts): a hash of all that the pages and images of a story depend on. Where
 * the key is the same, so is what is drawn. What the code reads besides has to be added here: answerKeys.test.ts changes
 * every word and setting, and compares.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Story } from '../story/model.ts';
import { toJson } from '../text/json.ts';
import { feedLanguages } from './feed.ts';
import { keyOf } from './kept.ts';
import { localStory } from './page.ts';
import { site } from './site.ts';
import { siteAssets } from './siteFiles.ts';
import { readStories } from './stories.ts';
import { pageNames } from './storyPages.ts';
import { rowCharacters, tableOf } from './tiles/read.ts';

/** @returns a function for the key of a path of a story in one language; all that paths have in common is hashed once */
export function answerKeys(): (slug: string, lang: string, path: string) => string {
	const ours = keyOf([codeHash(), toJson(settings()), feedLanguages().join()]);
	const editions = new Map<string, string>();
	return (slug, lang, path) => {
		const name = `${lang}/${slug}`;
		const edition = editions.get(name) ?? keyOf(editionInputs(slug, lang));
		editions.set(name, edition);
		return keyOf([ours, edition, path]);
	};
}

/** Where the site’s files are says nothing; what is in them does. */
const settings = () => [
	{ ...site(), folder: '', stories: '', cache: '', app: '' },
	siteAssets().map(({ file, name }) => [file, name])
];

function editionInputs(slug: string, lang: string): string[] {
	const story = readStories().get(slug)!;
	return [
		toJson(localStory(slug, lang)),
		toJson(inLanguage(story, lang, story.languages)),
		// Pages name the same page in other languages.
		toJson(story.languages.map((other) => pageNames(slug, other))),
		toJson(tableOf(slug) ?? null),
		rowCharacters(slug, lang)
	];
}

/** A story without its words in other languages; a text that is not in this one stays whole. */
function inLanguage(value: unknown, lang: string, languages: readonly string[]): unknown {
	if (Array.isArray(value)) return value.map((one) => inLanguage(one, lang, languages));
	if (!value || typeof value !== 'object') return value;
	const text = value as Story['title'];
	if (lang in text && Object.keys(text).every((key) => languages.includes(key))) return { [lang]: text[lang] };
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inLanguage(one, lang, languages)]));
}

/** The compiled pages, the packages that they use, and Node, whose data of languages dates and numbers are worded with. */
export function codeHash(): string {
	const { app } = site();
	const known = codes.get(app) ?? hashCode(app);
	codes.set(app, known);
	return known;
}

const codes = new Map<string, string>();

function hashCode(app: string): string {
	const hash = createHash('sha256').update(
		JSON.stringify([process.versions, process.arch, new Intl.DateTimeFormat().resolvedOptions()])
	);
	for (const path of filesIn(app)) hash.update(`${path} `).update(readFileSync(join(app, path)));
	let root = resolve(app);
	while (!existsSync(join(root, 'package.json'))) root = dirname(root);
	return hash.update(installedFor(root).join()).digest('hex');
}

/** Paths below a folder, in an order that does not depend on the disk. */
const filesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.flatMap((file) => (file.isFile() ? [relative(folder, join(file.parentPath, file.name))] : []))
		.sort();

/** Each package that one needs, with those that these need, and their versions. */
function installedFor(root: string): string[] {
	const found = new Map<string, string>();
	const read = (folder: string) => {
		const { version, dependencies, optionalDependencies } = JSON.parse(
			readFileSync(join(folder, 'package.json'), 'utf8')
		);
		found.set(folder, version);
		for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
			const place = packageFor(name, folder);
			if (place && !found.has(place)) read(place);
		}
	};
	read(root);
	return [...found].map(([folder, version]) => `${folder.slice(root.length)}@${version}`).sort();
}

/** As Node finds it; undefined where it is not installed, as what is optional may not be. */
function packageFor(name: string, folder: string): string | undefined {
	for (let place = folder; ; place = dirname(place)) {
		const found = join(place, 'node_modules', name);
		if (existsSync(join(found, 'package.json'))) return found;
		if (place === dirname(place)) return undefined;
	}
}
