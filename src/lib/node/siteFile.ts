/** The settings of the whole site: site.yaml, beside the folder of stories. It is optional. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Path } from '../story/entries.ts';
import type { Problem } from '../story/parse.ts';
import { validated } from '../story/validate.ts';
import { dig, maxBytes, YamlFile } from '../story/yamlFile.ts';
import { siteFileName, type Site } from './site.ts';
import { checkSite } from './siteChecks.ts';
import { siteSchema, type SiteFile } from './siteSchema.ts';

export interface ReadSite {
	/** The settings as written; null where something is to be corrected. */
	site: SiteFile | null;
	/** What they mean for the site: everything that site.yaml can say of it. */
	settings: Partial<Site>;
	problems: Problem[];
}

/**
 * Reads the text of a site.yaml.
 *
 * @param text null where the file is too large to read
 * @param folder of the files that it names
 * @returns its settings, or each problem with its line and column
 */
export function parseSite(text: string | null, folder = '.'): ReadSite {
	const problems: Problem[] = [];
	const yaml = new YamlFile(text, ([line, column], message) =>
		problems.push({ file: siteFileName, line, column, path: '', message })
	);
	// An empty file sets nothing.
	if (yaml.readable && yaml.value === null) return { site: {}, settings: {}, problems };
	const report = (path: Path, message: string, at?: 'key' | 'value') => {
		const place = { file: siteFileName, path, at };
		const [line, column] = yaml.position(place);
		problems.push({ file: siteFileName, line, column, path: yaml.name(place), message });
	};
	const site = validated(yaml, siteFileName, siteSchema, [], ({ path, at }, message) =>
		report(path, isComment(path, yaml) ? aComment : message, at)
	);
	const settings = site ? checkSite(site, folder, report) : {};
	problems.sort((a, b) => a.line - b.line || a.column - b.column);
	return problems.length ? { site: null, settings: {}, problems } : { site, settings, problems };
}

/** A hex colour without quotation marks is a comment in YAML. */
const isComment = (path: Path, yaml: YamlFile) =>
	path[0] === 'colours' && path.length === 3 && dig(yaml.value, path) === null;
const aComment = 'nothing stands here, since # begins a comment; put the colour into quotation marks: "#1c4480"';

/** @returns the contents of site.yaml in a folder; empty settings where there is none */
export function readSite(folder: string): ReadSite {
	const path = join(folder, siteFileName);
	if (!existsSync(path)) return { site: {}, settings: {}, problems: [] };
	return parseSite(statSync(path).size > maxBytes ? null : readFileSync(path, 'utf8'), folder);
}
