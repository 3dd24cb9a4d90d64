import { describe, expect, it } from 'vitest';
import { readFolder } from '../../../tests/support/story.ts';
import { toGithub, toSarif } from './annotations.ts';
import { annotate } from './desk/annotate.ts';
import { isOpen, type Finding } from './finding.ts';
import { refused, paragraphRanges } from './report.ts';
import { SourceText } from './source.ts';
import { verifyStory } from './verify.ts';

const { story } = readFolder('data/silicon-valley-turns');
const source = new SourceText(
	Array.from({ length: 80 }, (_, n) => `第${n}段：2025年11月6日，“又好又便宜”。`).join('\n')
);
const report = verifyStory(story!, new Map([['article', source]]));
const place = (finding: Finding) => ({
	file: `data/a story/${finding.path[0]}`,
	line: (Number(finding.path[1]) || 0) + 1,
	column: 5
});

describe('SARIF', () => {
	const sarif = JSON.parse(toSarif(report, place, new Map([['article', 'texts/article.txt']])));
	const [run] = sarif.runs;

	it('has a result for each claim that is open, where it stands in the story and what is near in the source', () => {
		const open = report.findings.filter(({ verdict }) => isOpen(verdict));
		expect(run.results).toHaveLength(open.length);
		for (const [n, { level, locations, relatedLocations, message }] of run.results.entries()) {
			expect(level).toBe(open[n].verdict === 'missing' ? 'error' : 'note');
			const { artifactLocation, region } = locations[0].physicalLocation;
			expect(artifactLocation.uri).toBe(`data/a%20story/${open[n].path[0]}`);
			expect(region).toEqual({ startLine: place(open[n]).line, startColumn: 5 });
			expect(message.text.length).toBeGreaterThan(0);
			expect(!!relatedLocations).toBe(!!open[n].place);
		}
	});

	it('names every rule that a result has', () => {
		const rules = run.tool.driver.rules.map(({ id }: { id: string }) => id);
		expect([...new Set(run.results.map(({ ruleId }: { ruleId: string }) => ruleId))].sort()).toEqual(rules.sort());
	});
});

describe('annotations of GitHub', () => {
	it('are a line each, with nothing in them that ends a property', () => {
		const finding: Finding = {
			...report.findings.find(({ verdict }) => verdict === 'missing')!,
			value: 'a\nb',
			message: '100% wrong,\r\nsee: there'
		};
		const lines = toGithub({ ...report, findings: [finding] }, () => ({ file: 'a,b:c.yaml', line: 3, column: 4 }));
		expect(lines).toMatch(
			/^::error file=a%2Cb%3Ac\.yaml,line=3,col=4,title=[^:,\n]+::“a b”: 100%25 wrong,%0D%0Asee: there$/
		);
	});
});

describe('what check refuses', () => {
	it('is a report in which each problem is a claim that does not hold', () => {
		const problems = [{ file: 'data/x/events.yaml', line: 3, column: 7, path: 'events[a].date', message: 'no date' }];
		const { report, place } = refused('x', problems);
		expect(report.counts.missing).toBe(1);
		expect(place(report.findings[0])).toEqual({ file: 'data/x/events.yaml', line: 3, column: 7 });
		expect(toGithub(report, place)).toBe(
			'::error file=data/x/events.yaml,line=3,col=7,title=events[a].date::events[a].date: no date'
		);
	});
});

describe('the annotated source', () => {
	it('is the source, whole and in order, its words marked that back a claim', () => {
		const annotated = annotate('article', source, report);
		expect(annotated.map(({ stretches }) => stretches.map(({ text }) => text).join(''))).toEqual(
			source.paragraphs.map(({ text }) => text)
		);
		const marked = annotated.flatMap(({ stretches }) => stretches.filter(({ claims }) => claims.length));
		const backed = report.findings.flatMap(({ within }, claim) => (within && within[1] > within[0] ? [claim] : []));
		expect([...new Set(marked.flatMap(({ claims }) => claims))].sort((a, b) => a - b)).toEqual(backed);
		for (const { text, claims } of marked)
			for (const claim of claims) expect(report.findings[claim].context).toContain(text);
	});

	it('counts the paragraphs that nothing cites', () => {
		const { uncited } = report.sources[0];
		expect(uncited.length).toBeGreaterThan(0);
		expect(annotate('article', source, report).filter(({ cited }) => !cited)).toHaveLength(uncited.length);
		expect(paragraphRanges([3, 7, 8, 9, 12])).toBe('P3, P7–P9, P12');
	});
});
