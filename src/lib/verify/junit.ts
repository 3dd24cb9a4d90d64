/** Writes a report as JUnit XML. */
import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom';
import type { Report } from './finding.ts';
import { formatFinding, oneLine, short, type StoryPlace } from './report.ts';

// XML allows only these control characters, and no lone surrogates.
const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const clean = (text: string) => text.toWellFormed().replace(unwritable, '\ufffd');

/** JUnit XML with one test case for each claim; what cannot be checked, or is for a person, is skipped. */
export function toJUnit(report: Report, place: StoryPlace): string {
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
		const { file, line } = place(finding);
		const name = `${finding.claim}: ${short(oneLine(finding.value), 80)}`;
		const test = element(suite, 'testcase', { classname: `${report.story}.${finding.item}`, name, file, line });
		if (finding.verdict === 'missing')
			element(test, 'failure', { message: finding.message ?? 'not found' }, formatFinding(finding, place));
		if (finding.verdict === 'unchecked' || finding.verdict === 'sense')
			element(test, 'skipped', { message: finding.message ?? '' });
	}
	return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
}
