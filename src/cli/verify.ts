/** The verify command: a story against the text of its sources, a report, and the record that a story keeps of it. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Story } from '../lib/story/model.ts';
import { YamlFile } from '../lib/story/yamlFile.ts';
import { recordOf, staleness } from '../lib/verify/record.ts';
import { formatReport, toJUnit, type StoryPlace } from '../lib/verify/report.ts';
import { SourceText, type ParagraphUnit } from '../lib/verify/source.ts';
import { verifyStory } from '../lib/verify/verify.ts';
import { allow, Failed, Misused } from './failures.ts';
import type { Streams } from './export.ts';
import { readStory, storyFolder } from './stories.ts';
import { writeWhole } from './write.ts';

export const verifyFormats = ['text', 'json', 'junit'] as const;

export interface VerifyOptions {
	/** `FILE`, or `id=FILE` where the story has several sources. */
	source?: string[];
	format: string;
	paragraph?: string;
	write?: boolean;
	/** Only what is not found. */
	quiet?: boolean;
	data: string;
}

/** Bytes of a source. A long book is 5 MB of text. */
const largestSource = 50_000_000;

/** @throws Misused where a file cannot be read as text, or is too large to be read */
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
		throw new Misused(`cannot read ${path}: ${code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message}`);
	}
	const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
	try {
		return new TextDecoder(wide, { fatal: true }).decode(bytes);
	} catch {
		throw new Misused(`${path} is not UTF-8; save it as UTF-8 text and run this again`);
	}
} // prettier-ignore

/** Which file is the text of which source. */
function readSources(story: Story, given: readonly string[], unit?: ParagraphUnit): Map<string, SourceText> {
	const ids = story.sources.map(({ id }) => id);
	const texts = new Map<string, SourceText>();
	for (const one of given) {
		const named = /^([a-z0-9-]+)=(.+)$/s.exec(one);
		const id = named?.[1] ?? ids[0];
		if (!named && ids.length > 1)
			throw new Misused(`the story has several sources; write --source ${ids[0]}=${one}. There are: ${ids.join(', ')}`);
		allow('source', [id], ids);
		texts.set(id, new SourceText(readText(named?.[2] ?? one), unit));
	}
	return texts;
}

/** Places of values in the story’s files, read when they are asked for. */
function places(folder: string): StoryPlace {
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

const recordName = 'verified.yaml';
const recordHead = `# yaml-language-server: $schema=../../static/schema/verified.json
# Written by \`throughline verify --write\`: what was checked against the sources, and when. Not to be changed by hand.
`;

/**
 * @returns the exit code: 1 where a claim was not found, or the record is out of date
 * @throws Misused, Failed
 */
export async function verify(name: string, options: VerifyOptions, streams: Streams): Promise<number> {
	const [format] = allow('format', [options.format], verifyFormats);
	const unit = options.paragraph ? allow('paragraph', [options.paragraph], ['line', 'block'] as const)[0] : undefined;
	const folder = storyFolder(name, options.data);
	const story = readStory(folder, 'verified');
	const texts = readSources(story, options.source ?? [], unit);
	const { verified } = story;
	const stale = verified && staleness(story, verified, texts);
	const moved = (stale?.paragraphs ?? []).map(
		({ source, changed, was, is }) =>
			`${source} is not the text that was verified: ${changed.length} of ${was} paragraphs differ (${changed.slice(0, 12).map((n) => `P${n}`).join(', ')}${changed.length > 12 ? ' …' : ''})${was === is ? '' : `, and it has ${is}`}`
	); // prettier-ignore

	if (texts.size === 0) {
		if (!verified) throw new Misused(`${folder} was never verified; give the text of its source: --source FILE`);
		for (const item of stale!.changed) streams.out(`changed since it was verified: ${item}`);
		streams.error(
			stale!.changed.length
				? `${stale!.changed.length} changed since ${verified.sources[0]?.date}; verify with --source FILE --write`
				: `nothing changed since ${verified.sources.map(({ source, date }) => `${source} was verified on ${date}`).join(', ')}`
		);
		return stale!.changed.length ? 1 : 0;
	}

	const report = verifyStory(story, texts);
	const shown = options.quiet
		? { ...report, findings: report.findings.filter(({ verdict }) => verdict === 'missing') }
		: report;
	const place = places(folder);
	if (format === 'json')
		streams.out(
			JSON.stringify(
				{ ...shown, findings: shown.findings.map((one) => ({ ...one, at: place(one) })), moved },
				null,
				'\t'
			)
		);
	else if (format === 'junit') streams.out(toJUnit(report, place).trimEnd());
	else streams.out(formatReport(shown, place));
	for (const line of moved) streams.error(line);
	if (report.counts.missing) {
		streams.error(`${report.counts.missing} of ${report.findings.length} claims not found`);
		if (options.write) throw new Failed(`${recordName} is not written while claims are not found`);
		return 1;
	}
	if (options.write) {
		const record = recordOf(story, report, texts, new Date().toISOString().slice(0, 10));
		await writeWhole(folder, recordName, recordHead + stringify(record));
		streams.error(`${join(folder, recordName)} written`);
		return 0;
	}
	return moved.length ? 1 : 0;
}
