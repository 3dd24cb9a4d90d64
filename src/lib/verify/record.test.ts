import { describe, expect, it } from 'vitest';
import { readFolder } from '../../../tests/support/story.ts';
import { digests } from './digest.ts';
import { asChecked, recordOf, staleness } from './record.ts';
import { SourceText } from './source.ts';
import { verifyStory } from './verify.ts';

const { story } = readFolder('data/silicon-valley-turns');
const source = new SourceText('甲說“好”。\n第二段。\n第三段。');
const texts = new Map([['article', source]]);
const record = () =>
	recordOf(
		story!,
		{
			...verifyStory(story!, texts),
			findings: verifyStory(story!, texts).findings.map((one) => ({ ...one, verdict: 'found' as const }))
		},
		texts,
		'2026-11-24'
	);

describe('the record of a verification', () => {
	it('is fresh for what it was made of, in any guise', () => {
		expect(staleness(story!, record(), texts)).toEqual({ changed: [], paragraphs: [] });
		const guise = new Map([['article', new SourceText('甲说「好」.\r\n\r\n第二段。\r\n![]()\r\n第三段。')]]);
		expect(staleness(story!, record(), guise).paragraphs).toEqual([]);
	});

	it('names the paragraphs of a source that are not what they were', () => {
		const other = new Map([['article', new SourceText('甲說“好”。\n第二節。\n第三段。\n第四段。')]]);
		expect(staleness(story!, record(), other).paragraphs).toEqual([{ source: 'article', changed: [2], was: 3, is: 4 }]);
	});

	it('notices every entry that was changed, and keeps it from readers', () => {
		const made = record();
		const changed = structuredClone(story!);
		changed.quotes[2].words = '又好又贵';
		changed.events[4].sources[0].paragraphs = [51];
		expect(staleness(changed, made, texts).changed).toEqual([
			`event-${changed.events[4].id}`,
			`quote-${changed.quotes[2].id}`
		]);
		const kept = asChecked({ ...changed, verified: made }).verified!.claims.map(({ item }) => item);
		expect(kept).not.toContain(`quote-${changed.quotes[2].id}`);
		expect(kept.length).toBe(made.claims.length - 2);
	});

	it('covers every scene and story.yaml: a changed dek is a change, and one word of a scene', () => {
		const made = record();
		const changed = structuredClone(story!);
		changed.dek.en += ' Or so it is said.';
		changed.scenes[3].prose.en += ' Perhaps.';
		expect(staleness(changed, made, texts).changed).toEqual(['story', `scene-${changed.scenes[3].id}`]);
	});

	it('counts what was not found, and keeps it', () => {
		const report = verifyStory(story!, texts);
		const made = recordOf(story!, report, texts, '2026-11-24');
		expect(report.counts.missing).toBeGreaterThan(100);
		expect(made.claims.reduce((sum, { open }) => sum + open, 0)).toBe(report.counts.missing);
	});

	it('does not depend on the order of keys', () => {
		const turned = structuredClone(story!);
		turned.events[0] = Object.fromEntries(Object.entries(turned.events[0]).reverse()) as (typeof turned.events)[0];
		expect(digests(turned)).toEqual(digests(story!));
	});
});

it('the first story is as it was when it was last verified', () => {
	expect(staleness(story!, story!.verified!, new Map()).changed).toEqual([]);
});
