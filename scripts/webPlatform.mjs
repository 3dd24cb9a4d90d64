/**
 * Writes the table of the story `web-platform` from `@mdn/browser-compat-data`: `node scripts/webPlatform.mjs`.
 * Each row is a browser release that brought a feature. The story’s `about` tells readers the rules.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance, VARCHAR, INTEGER } from '@duckdb/node-api';

/**
 * The parts of the package that are read.
 * @typedef {{ release_date?: string, status: string, engine?: string }} Release
 * @typedef {{ name: string, type: string, releases: Record<string, Release> }} Browser
 * @typedef {{ version_added: string | boolean | null, version_removed?: string | boolean, prefix?: string,
 *   alternative_name?: string, flags?: object[], partial_implementation?: boolean }} Statement
 * @typedef {{ standard_track: boolean, experimental: boolean, deprecated: boolean }} Status
 * @typedef {{ mdn_url?: string, spec_url?: string | string[], status?: Status,
 *   support: Record<string, Statement | Statement[]> }} Compat
 * @typedef {{ key: string[], whole: boolean, compat: Compat }} Feature
 * @typedef {{ id: string, date: string, title_en: string, 'title_zh-Hans': string, actors: string,
 *   importance: number, url: string | null }} Row
 */

export const tablePath = join(dirname(dirname(fileURLToPath(import.meta.url))), 'data/web-platform/support.parquet');

const packagePath = createRequire(import.meta.url).resolve('@mdn/browser-compat-data');
/** @type {any} */
const data = JSON.parse(readFileSync(packagePath, 'utf8'));
/** @type {Record<string, Browser>} */
export const browsers = data.browsers;
/** @type {{ version: string, timestamp: string }} */
export const { version, timestamp } = data.__meta;

/** A browser’s id in actors.yaml. @param {string} browser */
export const actorOf = (browser) => browser.replaceAll('_', '-');

/** A feature is available everywhere when these three have it: one browser for each engine. */
const engines = ['chrome', 'firefox', 'safari'];

/**
 * What kind of feature it is, by the first one or two parts of its key, and how many parts its name then leaves out.
 * @type {Record<string, [en: string, zh: string, parts: number]>}
 */
const areas = {
	api: ['API', 'API', 1],
	'css.properties': ['CSS', 'CSS', 2],
	'css.at-rules': ['CSS at-rule', 'CSS规则', 2],
	'css.selectors': ['CSS selector', 'CSS选择器', 2],
	'css.types': ['CSS type', 'CSS类型', 2],
	'html.elements': ['HTML', 'HTML', 2],
	'html.global_attributes': ['HTML attribute', 'HTML属性', 2],
	'http.headers': ['HTTP header', 'HTTP标头', 2],
	'http.methods': ['HTTP method', 'HTTP方法', 2],
	'http.status': ['HTTP status', 'HTTP状态', 2],
	http: ['HTTP', 'HTTP', 1],
	'javascript.builtins': ['JavaScript', 'JavaScript', 2],
	javascript: ['JavaScript', 'JavaScript', 1],
	'manifests.webapp': ['Web app manifest', '网页应用清单', 2],
	'mathml.elements': ['MathML', 'MathML', 2],
	mathml: ['MathML', 'MathML', 1],
	mediatypes: ['Media type', '媒体类型', 1],
	'svg.elements': ['SVG', 'SVG', 2],
	'svg.global_attributes': ['SVG attribute', 'SVG属性', 2],
	webassembly: ['WebAssembly', 'WebAssembly', 1],
	webdriver: ['WebDriver', 'WebDriver', 1],
	webextensions: ['WebExtensions', 'WebExtensions', 1]
};

/** @param {string[]} key */
function nameOf(key) {
	const [en, zh, parts] = areas[key.slice(0, 2).join('.')] ?? areas[key[0]];
	const name = key.slice(parts).join('.');
	// The name comes first, as a label may have no room for more.
	return { en: `${name} (${en})`, zh: `${name}（${zh}）` };
}

/** Every feature, whole ones before their parts. @returns {Generator<Feature>} */
export function* features() {
	for (const [area, node] of Object.entries(data))
		if (area !== 'browsers' && area !== '__meta') yield* inside(node, [area], true);
}

/** @param {any} node @param {string[]} key @param {boolean} whole @returns {Generator<Feature>} */
function* inside(node, key, whole) {
	if (node.__compat) yield { key, whole, compat: node.__compat };
	for (const [name, child] of Object.entries(node))
		if (name !== '__compat') yield* inside(child, [...key, name], whole && !node.__compat);
}

/**
 * The release that brought a feature: complete, under its own name, without a setting, not removed since, dated to the
 * day, and released before the data set was made.
 * @param {Compat} compat @param {string} browser
 */
export function broughtBy({ support }, browser) {
	for (const one of [support[browser] ?? []].flat()) {
		const { version_added: added, version_removed, prefix, alternative_name, flags, partial_implementation } = one;
		if (typeof added !== 'string' || version_removed || prefix || alternative_name || flags || partial_implementation)
			continue;
		const { release_date: date, status } = browsers[browser].releases[added] ?? {};
		if (date && date <= timestamp && status !== 'beta' && status !== 'nightly' && status !== 'planned')
			return { version: added, date };
	}
	return undefined;
}

/** @param {Feature['compat']} compat */
const isStandard = ({ status }) => !!status?.standard_track && !status.experimental && !status.deprecated;

/** The table, feature by feature. @returns {Row[]} */
export function makeRows() {
	const rows = [];
	const all = [...features()];
	const plain = /** @param {string[]} key */ (key) =>
		key
			.join('-')
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-');
	const slugs = new Map();
	for (const { key } of all) slugs.set(plain(key), [...(slugs.get(plain(key)) ?? []), key.join('.')]);
	for (const { key, whole, compat } of all) {
		const brought = Object.keys(browsers).flatMap((browser) => {
			const by = broughtBy(compat, browser);
			return by ? [{ browser, ...by }] : [];
		});
		const first = brought.map(({ date }) => date).sort()[0];
		const inEngines = engines.map((engine) => brought.find(({ browser }) => browser === engine)?.date);
		const everywhere = inEngines.every(Boolean) ? inEngines.sort().at(-1) : undefined;
		const name = nameOf(key);
		// Keys that differ only in case or punctuation are numbered in order.
		const same = slugs.get(plain(key));
		const slug = plain(key) + (same.length > 1 ? `-${same.indexOf(key.join('.')) + 1}` : '');
		for (const { browser, version, date } of brought) {
			const turn = date === first || (date === everywhere && engines.includes(browser));
			rows.push({
				id: `${slug.replace(/^-+|-+$/g, '')}-${actorOf(browser)}`,
				date,
				title_en: `${name.en} in ${browsers[browser].name} ${version}`,
				'title_zh-Hans': `${name.zh}进入${browsers[browser].name} ${version}`,
				actors: actorOf(browser),
				importance: isStandard(compat) ? (whole ? 3 : 2) + (turn ? 2 : 0) : 1,
				url: compat.mdn_url ?? [compat.spec_url ?? []].flat()[0] ?? null
			});
		}
	}
	return rows;
}

/** @param {Row[]} rows @param {string} path */
async function write(rows, path) {
	const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
	const db = await instance.connect();
	/** @type {(keyof Row)[]} */
	const columns = ['id', 'date', 'title_en', 'title_zh-Hans', 'actors', 'importance', 'url'];
	await db.run(
		`CREATE TABLE rows (${columns.map((name) => `"${name}" ${name === 'importance' ? 'INTEGER' : 'VARCHAR'}`).join()})`
	);
	const appender = await db.createAppender('rows');
	for (const row of rows) {
		for (const name of columns)
			if (row[name] === null) appender.appendNull();
			else appender.appendValue(row[name], name === 'importance' ? INTEGER : VARCHAR);
		appender.endRow();
	}
	appender.closeSync();
	await db.run(
		`COPY (SELECT * REPLACE (date::DATE AS date, importance::UTINYINT AS importance) FROM rows)
		TO '${path.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, ROW_GROUP_SIZE 300000,
			PARQUET_VERSION v2)`
	);
	db.closeSync();
	instance.closeSync();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const rows = makeRows();
	await write(rows, tablePath);
	console.log(`${tablePath}: ${rows.length} rows`);
}
