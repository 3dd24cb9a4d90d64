/** A report as text, JSON and JUnit. */
import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom';
import type { Finding, Report } from './finding.ts';
import { steps } from './normalise.ts';

/** Where in the story’s files the words stand that a finding is about; line and column from 1. */
export type StoryPlace = (finding: Finding) => { file: string; line: number; column: number };

const stepNames: Record<(typeof steps)[number], string> = {
	annotations: 'readings or pictures',
	spacing: 'spaces',
	width: 'full and half width',
	punctuation: 'punctuation',
	script: 'simplified and traditional characters'
};

const inFile = ({ file, line, column }: ReturnType<StoryPlace>) => `${file}:${line}:${column}`;
const short = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** `found  quotes[chesky].words  P7 7:44  …的评价是“又好又便宜”。` */
export function formatFinding(finding: Finding, place?: StoryPlace): string {
	const { verdict, claim, value, how, source, place: at, context, message, difference } = finding;
	const made = how.length ? `${how.map((step) => stepNames[step]).join(', ')} made alike` : '';
	const where = at ? `${source} P${at.paragraph} (${at.line}:${at.column})` : (source ?? '');
	const first = [verdict.padEnd(10), claim, `"${short(oneLine(value), 60)}"`, where, made, message].filter(Boolean);
	const more = [
		verdict === 'missing' && place && `in ${inFile(place(finding))}`,
		context && (verdict === 'missing' || verdict === 'normalised') && `there: ${oneLine(context)}`,
		difference && `difference: ${oneLine(difference)}`
	].filter(Boolean);
	return [
		oneLine(first.join('  ')).replace(verdict, verdict.padEnd(10)),
		...more.map((line) => `           ${line}`)
	].join('\n');
}

export function formatReport(report: Report, place?: StoryPlace): string {
	const { counts, sources, without } = report;
	const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
	return [
		...report.findings.map((finding) => formatFinding(finding, place)),
		'',
		...sources.map(
			({ id, paragraphs, unit, quoted }) =>
				`${id}: ${paragraphs} paragraphs, one a ${unit}; ${(quoted * 100).toFixed(1)}% of it is printed in the story`
		),
		...without.map((id) => `${id}: no text of it was given`),
		...(counts.sense ? [`${counts.sense} sentences are for a person to compare with the source`] : []),
		`${all - counts.sense} claims: ${counts.found} found, ${counts.normalised} found after normalising, ${counts.rounded} told less exactly, ${counts.reviewed} reviewed by a person, ${counts.unchecked} cannot be checked, ${counts.missing} not found`
	].join('\n');
}

// XML allows no control characters but these, and no lone halves of a pair.
const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const clean = (text: string) => text.toWellFormed().replace(unwritable, '\ufffd');

/** JUnit XML: a test case a claim; what cannot be checked, or is for a person, is skipped. */
export function toJUnit(report: Report, place?: StoryPlace): string {
	const document = new DOMImplementation().createDocument(null, 'testsuites');
	const root = document.documentElement!;
	const element = (parent: typeof root, name: string, attributes: Record<string, string | number>, text?: string) => {
		const child = document.createElement(name);
		for (const [key, value] of Object.entries(attributes)) child.setAttribute(key, clean(String(value)));
		if (text) child.appendChild(document.createTextNode(clean(text)));
		parent.appendChild(child);
		return child;
	};
	const { findings, counts } = report;
	const totals = { tests: findings.length, failures: counts.missing, skipped: counts.unchecked + counts.sense };
	root.setAttribute('name', 'throughline verify');
	for (const [key, value] of Object.entries(totals)) root.setAttribute(key, String(value));
	const suite = element(root, 'testsuite', { name: report.story, ...totals, errors: 0 });
	for (const finding of findings) {
		const name = `${finding.claim}: ${short(oneLine(finding.value), 80)}`;
		const at = finding.verdict === 'missing' && place ? place(finding) : null;
		const where: Record<string, string | number> = at ? { file: at.file, line: at.line } : {};
		const test = element(suite, 'testcase', { classname: `${report.story}.${finding.item}`, name, ...where });
		if (finding.verdict === 'missing')
			element(test, 'failure', { message: finding.message ?? 'not found' }, formatFinding(finding, place));
		if (finding.verdict === 'unchecked' || finding.verdict === 'sense')
			element(test, 'skipped', { message: finding.message ?? '' });
	}
	return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
}
