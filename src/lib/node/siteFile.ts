/** The settings of the whole site: site.yaml, beside the folder of stories. It is optional. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../story/parse.ts';
import { validated } from '../story/validate.ts';
import { YamlFile } from '../story/yamlFile.ts';
import { siteFileName, type Site } from './site.ts';

export const siteSchema = z.strictObject({
	name: z.string().trim().min(1).max(80).optional().meta({
		description: 'Of the site, as it stands on every page: "Timelines". Throughline by default.'
	}),
	address: z
		.url({ protocol: /^https?$/ })
		.optional()
		.meta({
			description:
				'Where the site will stand, with the path if it is not the whole host: "https://example.org/timelines".'
		}),
	stories: z.string().trim().min(1).optional().meta({ description: 'Folder of the stories, "data" by default.' })
});

/** JSON Schema (draft 2020-12), for completion in editors. */
export const siteJsonSchema = () => z.toJSONSchema(siteSchema, { io: 'input' });

/**
 * The content of site.yaml.
 * @interface
 */
export type SiteFile = z.infer<typeof siteSchema>;

/**
 * Reads the text of a site.yaml.
 *
 * @param text null where the file is too large to read
 * @returns its settings; or null, and each problem with its line and column
 */
export function parseSite(text: string | null): { site: SiteFile | null; problems: Problem[] } {
	const problems: Problem[] = [];
	const yaml = new YamlFile(text, ([line, column], message) =>
		problems.push({ file: siteFileName, line, column, path: '', message })
	);
	// An empty file sets nothing.
	if (yaml.readable && yaml.value === null) return { site: {}, problems };
	const site = validated(yaml, siteFileName, siteSchema, [], (place, message) => {
		const [line, column] = yaml.position(place);
		problems.push({ file: siteFileName, line, column, path: yaml.name(place), message });
	});
	return { site: problems.length ? null : site, problems };
}

/** @returns the contents of site.yaml in a folder; empty settings where there is none */
export function readSite(folder: string): { site: SiteFile | null; problems: Problem[] } {
	const path = join(folder, siteFileName);
	return existsSync(path) ? parseSite(readFileSync(path, 'utf8')) : { site: {}, problems: [] };
}

/** Divides an address into its origin and its path. */
export function placeOf(address: URL): Pick<Site, 'origin' | 'base'> {
	return { origin: address.origin, base: address.pathname.replace(/\/+$/, '') };
}
