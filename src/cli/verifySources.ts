/** The source texts named on the command line, and positions in the story’s files. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Story } from '../lib/story/model.ts';
import { YamlFile } from '../lib/story/yamlFile.ts';
import type { StoryPlace } from '../lib/verify/report.ts';
import { SourceText, type ParagraphUnit } from '../lib/verify/source.ts';
import { allow, Misused } from './failures.ts';

/** Maximum size of a source in bytes. A long book has 5 MB of text. */
const largestSource = 50_000_000;

/** Why a file cannot be read, by the code of Node’s error. */
const unreadable: Record<string, string> = { ENOENT: 'there is no such file', EISDIR: 'it is a folder' };

/** By the byte order mark; UTF-8 without one. */
function encodingOf([first, second]: Buffer): string {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** @throws Misused where a file is not readable as text, or is too large */
function readText(path: string): string {
	let bytes: Buffer;
	try {
		const { size } = statSync(path);
		if (size > largestSource)
			throw new Misused(
				`${path} is too large, ${Math.ceil(size / 1e6)} MB of at most ${largestSource / 1e6}; save the part of it that the story cites as a text of its own, or each part as a source of its own`
			);
		bytes = readFileSync(path);
	} catch (error) {
		if (error instanceof Misused) throw error;
		const { code, message } = error as NodeJS.ErrnoException;
		throw new Misused(`cannot read ${path}: ${unreadable[code ?? ''] ?? message}`);
	}
	try {
		return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
	} catch {
		throw new Misused(`${path} is not UTF-8; save it as UTF-8 text and run this again`);
	}
}

/**
 * Matches files to sources.
 * @param given `FILE`, or `id=FILE` where the story has several sources
 * @returns the texts and the paths of their files, by id of the source
 * @throws Misused
 */
export function readSources(story: Story, given: readonly string[], unit?: ParagraphUnit) {
	const ids = story.sources.map(({ id }) => id);
	const texts = new Map<string, SourceText>();
	const files = new Map<string, string>();
	for (const one of given) {
		const named = /^([a-z0-9-]+)=(.+)$/s.exec(one);
		const id = named?.[1] ?? ids[0];
		if (!named && ids.length > 1)
			throw new Misused(`the story has several sources; write --source ${ids[0]}=${one}. There are: ${ids.join(', ')}`);
		allow('source', [id], ids);
		const path = named?.[2] ?? one;
		texts.set(id, new SourceText(readText(path), unit));
		files.set(id, path);
	}
	return { texts, files };
}

/** Finds positions of values in the story’s files, which are read on demand. */
export function places(folder: string): StoryPlace {
	const files = new Map<string, YamlFile>();
	return ({ path: [name, ...path], range }) => {
		const file = String(name);
		if (!files.has(file)) files.set(file, new YamlFile(readFileSync(join(folder, file), 'utf8'), () => {}));
		const yaml = files.get(file)!;
		const text = path.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], yaml.value);
		const within = range && typeof text === 'string' ? { text, offset: range[0] } : undefined;
		const [line, column] = yaml.position({ file: file as 'events.yaml', path, within });
		return { file: `${folder}/${file}`, line, column };
	};
}
