/** Writes a report as text for people; also what all formats share. */
import type { Problem } from '../story/parse.ts';
import { countsOf, type Finding, type Report } from './finding.ts';
import { steps } from './normalise.ts';

/** A place in a file of a story. Line and column from 1. */
export interface FilePlace {
	file: string;
	line: number;
	column: number;
}

/** Finds where a claim stands in the story. */
export type StoryPlace = (finding: Finding) => FilePlace;

/** `data/story/quotes.yaml:12:9` */
export const writtenPlace = ({ file, line, column }: FilePlace) => `${file}:${line}:${column}`;

/**
 * What `check` rejects, as a report: nothing of the story was compared with its sources.
 * @returns the report, and where each problem stands
 */
export function refused(story: string, problems: readonly Problem[]): { report: Report; place: StoryPlace } {
	const places = new Map<Finding, FilePlace>();
	const findings = problems.map(({ file, line, column, path, message }): Finding => {
		const finding: Finding = {
			item: 'story',
			claim: path || 'story',
			path: [],
			aspect: 'check',
			value: '',
			verdict: 'missing',
			how: [],
			message
		};
		places.set(finding, { file, line, column });
		return finding;
	});
	return {
		report: { story, form: 0, sources: [], without: [], findings, counts: countsOf(findings) },
		place: (finding) => places.get(finding)!
	};
}

const stepNames: Record<(typeof steps)[number], string> = {
	annotations: 'readings or pictures',
	spacing: 'spaces',
	width: 'full and half width',
	punctuation: 'punctuation',
	script: 'simplified and traditional characters'
};

export const short = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
export const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** `found  quotes[chesky].words  P7 7:44  …的评价是“又好又便宜”。` */
export function formatFinding(finding: Finding, place?: StoryPlace): string {
	const { verdict, claim, value, how, source, place: at, context, message, difference } = finding;
	const made = how.length ? `${how.map((step) => stepNames[step]).join(', ')} made alike` : '';
	const where = at ? `${source} P${at.paragraph} (${at.line}:${at.column})` : (source ?? '');
	const first = [verdict.padEnd(10), claim, `"${short(oneLine(value), 60)}"`, where, made, message].filter(Boolean);
	const more = [
		verdict === 'missing' && place && `in ${writtenPlace(place(finding))}`,
		context && (verdict === 'missing' || verdict === 'normalised') && `there: ${oneLine(context)}`,
		difference && `difference: ${oneLine(difference)}`
	].filter(Boolean);
	return [
		oneLine(first.join('  ')).replace(verdict, verdict.padEnd(10)),
		...more.map((line) => `           ${line}`)
	].join('\n');
}

/**
 * @param place finds where a claim stands in the story’s files, which is then named
 * @returns the report as text in English: a line a claim, the sources, the counts
 */
export function formatReport(report: Report, place?: StoryPlace): string {
	const { counts, sources, without } = report;
	const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
	return [
		...report.findings.map((finding) => formatFinding(finding, place)),
		'',
		...sources.map(
			({ id, paragraphs, unit, quoted, uncited }) =>
				`${id}: ${paragraphs} paragraphs, one a ${unit}; ${(quoted * 100).toFixed(1)}% of it is printed in the story; ${
					uncited.length ? `nothing cites ${uncited.length} of them: ${paragraphRanges(uncited)}` : 'each is cited'
				}`
		),
		...without.map((id) => `${id}: no text of it was given`),
		...(counts.sense ? [`${counts.sense} sentences are for a person to compare with the source`] : []),
		`${all - counts.sense} claims: ${counts.found} found, ${counts.normalised} found after normalising, ${counts.rounded} told less exactly, ${counts.reviewed} reviewed by a person, ${counts.unchecked} cannot be checked, ${counts.missing} not found`
	].join('\n');
}

/** `P3, P7–P9`: numbers in order, consecutive ones as a range. */
export function paragraphRanges(numbers: readonly number[]): string {
	const parts: [number, number][] = [];
	for (const number of numbers) {
		const last = parts.at(-1);
		if (last && last[1] === number - 1) last[1] = number;
		else parts.push([number, number]);
	}
	return parts.map(([from, to]) => (from === to ? `P${from}` : `P${from}–P${to}`)).join(', ');
}
