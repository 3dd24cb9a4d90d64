/** The verify command: checks a story against the text of its sources, prints a report, and records the result. */
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Story, Verified } from '../lib/story/model.ts';
import { toGithub, toSarif } from '../lib/verify/annotations.ts';
import type { Report } from '../lib/verify/finding.ts';
import { verifyFormats, type VerifyFormat } from '../lib/verify/formats.ts';
import { toJUnit } from '../lib/verify/junit.ts';
import { recordOf, staleness } from '../lib/verify/record.ts';
import { formatReport, refused, type StoryPlace } from '../lib/verify/report.ts';
import type { SourceText } from '../lib/verify/source.ts';
import { verifyStory } from '../lib/verify/verify.ts';
import type { Streams } from './export.ts';
import { allow, Failed, Misused } from './failures.ts';
import { checkFolder, storyFolder, toCorrect } from './stories.ts';
import { places, readSources } from './verifySources.ts';
import { schemaLine } from './schemas.ts';
import { writeWhole } from './write.ts';

export interface VerifyOptions {
	/** `FILE`, or `id=FILE` where the story has several sources. */
	source?: string[];
	format: string;
	paragraph?: string;
	write?: boolean;
	/** Whether to list only what was not found. */
	quiet?: boolean;
	/** Whether what only a person can judge is a failure too. */
	strict?: boolean;
	data: string;
}

const recordName = 'verified.yaml';
const recordHead = `# Written by \`throughline verify --write\`: what was checked against the sources, and when. Not to be changed by hand.
`;

/** The contents of a written report. */
interface Written {
	story: Story | null;
	report: Report;
	/** The part of the report that is listed. */
	shown: Report;
	place: StoryPlace;
	texts: ReadonlyMap<string, SourceText>;
	/** Paths of the source texts, by id. */
	files: ReadonlyMap<string, string>;
	/** Differences between the sources and what was verified. */
	moved: string[];
}

async function write(format: VerifyFormat, written: Written): Promise<string> {
	const { report, shown, place, files, moved } = written;
	switch (format) {
		case 'text':
			return formatReport(shown, place);
		case 'json': {
			const findings = shown.findings.map((finding) => ({ ...finding, story: place(finding) }));
			return JSON.stringify({ ...shown, findings, files: Object.fromEntries(files), moved }, null, '\t');
		}
		case 'junit':
			return toJUnit(report, place).trimEnd();
		case 'sarif':
			return toSarif(shown, place, files);
		case 'github':
			return toGithub(shown, place);
		case 'html':
			return (await import('../lib/verify/desk/desk.ts')).toHtml({ ...written, date: today() }).trimEnd();
	}
}

const today = () => new Date().toISOString().slice(0, 10);

/**
 * @returns the exit code: 1 where a claim was not found, with `strict` also where one is unchecked, or the record is
 * out of date
 * @throws Misused, Failed
 */
export async function verify(name: string, options: VerifyOptions, streams: Streams): Promise<number> {
	const [format] = allow('format', [options.format], verifyFormats);
	const unit = options.paragraph ? allow('paragraph', [options.paragraph], ['line', 'block'] as const)[0] : undefined;
	const folder = storyFolder(name, options.data);
	const out = (text: string) => {
		if (text) streams.out(text);
	};
	const { name: slug, problems, story } = checkFolder(folder);
	if (!story) {
		if (format === 'text') throw new Failed(toCorrect(problems, 'verified'));
		const { report, place } = refused(slug, problems);
		out(await write(format, { story, report, shown: report, place, texts: new Map(), files: new Map(), moved: [] }));
		streams.error(`${problems.length} to correct before it can be verified`);
		return 1;
	}
	const { texts, files } = readSources(story, options.source ?? [], unit);
	const { verified } = story;
	const stale = verified && staleness(story, verified, texts);
	if (texts.size === 0) return sinceVerified(folder, verified, stale, streams);
	const moved = movedParagraphs(stale);

	const report = verifyStory(story, texts);
	const shown = options.quiet
		? { ...report, findings: report.findings.filter(({ verdict }) => verdict === 'missing') }
		: report;
	out(await write(format, { story, report, shown, place: places(folder), texts, files, moved }));
	for (const line of moved) streams.error(line);
	const { missing } = report.counts;
	const unchecked = report.counts.unchecked + report.counts.sense;
	if (missing) streams.error(`${missing} of ${report.findings.length} claims not found`);
	if (options.strict && unchecked) streams.error(`${unchecked} of ${report.findings.length} for a person to judge`);
	if (options.write) {
		const record = recordOf(story, report, texts, today());
		await writeWhole(folder, recordName, schemaLine(folder, recordName) + recordHead + stringify(record));
		const left = missing ? `, with ${missing} open, which readers are told` : '';
		streams.error(`${join(folder, recordName)} written${left}`);
	}
	return missing || (options.strict && unchecked) || (moved.length && !options.write) ? 1 : 0;
}

type Stale = ReturnType<typeof staleness>;

function movedParagraphs(stale: Stale | undefined): string[] {
	return (stale?.paragraphs ?? []).map(({ source, changed, was, is }) => {
		const first = changed.slice(0, 12).map((n) => `P${n}`);
		const named = `${first.join(', ')}${changed.length > 12 ? ' …' : ''}`;
		const longer = was === is ? '' : `, and it has ${is}`;
		return `${source} is not the text that was verified: ${changed.length} of ${was} paragraphs differ (${named})${longer}`;
	});
}

/** Without source texts: reports whether the story has changed since it was verified. */
function sinceVerified(
	folder: string,
	verified: Verified | undefined,
	stale: Stale | undefined,
	streams: Streams
): number {
	if (!verified || !stale)
		throw new Misused(`${folder} was never verified; give the text of its source: --source FILE`);
	for (const item of stale.changed) streams.out(`changed since it was verified: ${item}`);
	const { length } = stale.changed;
	streams.error(
		length
			? `${length} changed since ${verified.sources[0]?.date}; verify with --source FILE --write`
			: `nothing changed since ${verified.sources.map(({ source, date }) => `${source} was verified on ${date}`).join(', ')}`
	);
	return length ? 1 : 0;
}
