/** Why a file that site.yaml names cannot be used. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, normalize } from 'node:path';
import { list, suggest } from '../story/messages.ts';

/** Bytes of a file that every reader loads: more is a mistake. */
const most = 2 ** 21;

/**
 * @param file as in site.yaml
 * @param endings that it may have: `.svg`
 * @returns what is wrong and what to do; undefined where nothing is
 */
export function fileProblem(folder: string, file: string, endings: readonly string[]): string | undefined {
	const outside = isAbsolute(file) || /^([\\/]|[a-z]:|\.\.([\\/]|$))/i.test(normalize(file));
	if (outside)
		return `"${file}" is outside the folder of site.yaml; put the file there, and write its path from there: ${basename(file)}`;
	if (!endings.includes(extname(file).toLowerCase()))
		return `"${file}" is no file of this kind; write one that ends with ${list(endings, 'or')}`;
	const path = join(folder, file);
	if (!existsSync(path) || !statSync(path).isFile()) {
		const place = dirname(path);
		const there = existsSync(place)
			? readdirSync(place).filter((name) => endings.includes(extname(name).toLowerCase()))
			: [];
		const near = suggest(basename(file), there).map((name) => join(dirname(file), name));
		return `no file "${file}" in the folder of site.yaml; ${near.length ? `did you mean ${list(near, 'or')}?` : 'put it there'}`;
	}
	const { size } = statSync(path);
	if (size === 0) return `${file} is empty; put the file there again`;
	if (size > most)
		return `${file} has ${Math.ceil(size / 1e6)} MB, which every reader would load; make it smaller than 2 MB`;
	return undefined;
}
