/** Schemas of a story’s files, for completion in editors. */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Folder of the schemas in a site, and in this project. */
const places = ['schema', join('static', 'schema')];

/**
 * @param folder the folder of the file
 * @param name the name of the file, such as `events.yaml`
 * @returns its first line; '' where the site in this folder has no schemas
 */
export function schemaLine(folder: string, name: string): string {
	const place = places.find((one) => existsSync(one));
	if (!place) return '';
	return schemaComment(relative(resolve(folder), resolve(place)), name);
}

/** @param place path of the schemas, from the file’s folder */
export const schemaComment = (place: string, name: string) =>
	`# yaml-language-server: $schema=${place.replaceAll('\\', '/')}/${name.replace(/\.yaml$/, '.json')}\n`;

/** Files of a story ready to write: each YAML file names its schema. */
export const withSchemas = (folder: string, files: readonly { name: string; text: string }[]) =>
	files.map(({ name, text }) => ({ name, text: name.endsWith('.yaml') ? schemaLine(folder, name) + text : text }));
