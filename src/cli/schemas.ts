/** Schemas of the files of a story, for completion in an editor. */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Where a site keeps them, and where this project does. */
const places = ['schema', join('static', 'schema')];

/**
 * @param folder that the file is to be in
 * @param name of the file, `events.yaml`
 * @returns its first line; '' where the site in this folder has no schemas
 */
export function schemaLine(folder: string, name: string): string {
	const place = places.find((one) => existsSync(one));
	if (!place) return '';
	return schemaComment(relative(resolve(folder), resolve(place)), name);
}

/** @param place of the schemas, from the file’s folder */
export const schemaComment = (place: string, name: string) =>
	`# yaml-language-server: $schema=${place.replaceAll('\\', '/')}/${name.replace(/\.yaml$/, '.json')}\n`;

/** Files of a story as they are written: each YAML file names its schema. */
export const withSchemas = (folder: string, files: readonly { name: string; text: string }[]) =>
	files.map(({ name, text }) => ({ name, text: name.endsWith('.yaml') ? schemaLine(folder, name) + text : text }));
