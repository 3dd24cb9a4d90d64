import { describe, expect, it } from 'vitest';
import { readFolder } from '../../../tests/support/story.ts';
import type { Review, Story } from '../story/model.ts';
import { reviewDigest } from './digest.ts';
import { asChecked } from './record.ts';
import { SourceText } from './source.ts';
import { verifyStory } from './verify.ts';

const { story } = readFolder('data/silicon-valley-turns');
/** A text that has nothing from the story: every claim is open. */
const texts = new Map([['article', new SourceText(Array.from({ length: 80 }, () => '无。').join('\n'))]]);

const kinds = ['actors', 'events', 'quotes', 'figures', 'scenes', 'sources'] as const;

/** The first entry of a kind with an open claim that may be reviewed. */
function openIn(kind: (typeof kinds)[number]) {
	const { findings } = verifyStory(story!, texts);
	const claims: string[] = ['speaker', 'date', 'number', 'name', 'paragraph', 'reason', 'translation', 'author'];
	const finding = findings.find(
		({ item, aspect, verdict }) =>
			item.startsWith(`${kind.slice(0, -1)}-`) && claims.includes(aspect) && verdict === 'missing'
	)!;
	return { finding, index: Number(finding.path[1]) };
}

function reviewed(kind: (typeof kinds)[number], change: (review: Review, entry: object) => Partial<Review>): Story {
	const { finding, index } = openIn(kind);
	const changed = structuredClone(story!);
	const entry = changed[kind][index];
	const review = {
		claim: finding.aspect as Review['claim'],
		of: finding.value,
		date: '2026-11-27',
		by: 'A. Reader',
		why: { en: 'It is told elsewhere.', 'zh-Hans': '见于别处。' }
	};
	entry.reviewed = [{ ...review, ...change(review, entry) }];
	return changed;
}

describe.each(kinds)('a review in %s', (kind) => {
	const claimIn = (changed: Story) => {
		const { finding } = openIn(kind);
		return verifyStory(changed, texts).findings.find(
			({ claim, aspect, value }) => claim === finding.claim && aspect === finding.aspect && value === finding.value
		)!;
	};

	it('settles a claim of the entry as it is, by name', () => {
		const found = claimIn(reviewed(kind, (_, entry) => ({ digest: reviewDigest(entry) })));
		expect(found.verdict).toBe('reviewed');
		expect(found.message).toContain('A. Reader');
	});

	it('lapses when the entry changes, and says what to write once it was looked at again', () => {
		const changed = reviewed(kind, (_, entry) => ({ digest: reviewDigest(entry) }));
		const { index } = openIn(kind);
		const entry = changed[kind][index] as { sources?: { paragraphs?: number[] }[]; note?: Record<string, string> };
		if (entry.sources) entry.sources[0].paragraphs = [79];
		else entry.note = { en: 'Another note.', 'zh-Hans': '另注。' };
		const found = claimIn(changed);
		expect(found.verdict).toBe('missing');
		expect(found.message).toContain('A. Reader reviewed it on 2026-11-27');
		const now = reviewDigest(changed[kind][index]);
		expect(found.message).toContain(`digest: ${now}`);
		// Readers no longer see it.
		expect(asChecked(changed)[kind][index].reviewed).toEqual([]);
		changed[kind][index].reviewed![0].digest = now;
		expect(claimIn(changed).verdict).toBe('reviewed');
		expect(asChecked(changed)[kind][index].reviewed).toHaveLength(1);
	});

	it('that is bound to nothing settles nothing', () => {
		const found = claimIn(reviewed(kind, () => ({})));
		expect(found.verdict).toBe('missing');
		expect(found.message).toContain('bound to no state of the entry');
	});

	it('of what the entry does not claim is named', () => {
		const changed = reviewed(kind, (_, entry) => ({ of: 'nobody', digest: reviewDigest(entry) }));
		const { findings } = verifyStory(changed, texts);
		const unused = findings.filter(({ aspect }) => aspect === 'review');
		expect(unused).toHaveLength(1);
		expect(unused[0]).toMatchObject({ verdict: 'missing', value: 'nobody' });
	});
});
