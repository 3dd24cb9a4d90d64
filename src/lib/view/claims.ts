/** Plain sentences about a claim: its sources, how it was checked, what was corrected. */
import { count, fill } from '../text/fill.ts';
import type { Item, LocalSource, LocalStory } from './local.ts';

type Texts = Pick<LocalStory, 'ui' | 'lang' | 'sources'>;

const sourceOf = (story: Texts, id: string): LocalSource => story.sources.find((source) => source.id === id)!;

/** “According to the article” for a single source, else “2 sources”; and whether any source disagrees. */
export function support(item: Item, story: Texts): string {
	const { ui } = story;
	const ids = [...new Set(item.sources.filter(({ says }) => !says).map(({ source }) => source))];
	const disagree = item.sources.some(({ says }) => says);
	const whose =
		ids.length === 1
			? ui.claim.accordingTo[sourceOf(story, ids[0]).kind]
			: count(story.lang, ui.claim.sources, ids.length);
	return disagree ? `${whose}${ui.list.apposition}${ui.claim.disagree}` : whose;
}

/** Each disagreeing source, and what it says. */
export const disputes = (item: Item, story: Texts): string[] =>
	item.sources.flatMap(({ source, place, says }) =>
		says
			? [
					fill(story.ui.claim.disputes, {
						source: [sourceOf(story, source).short, place].filter(Boolean).join(story.ui.list.apposition),
						says
					})
				]
			: []
	);

/** What was corrected, when and why. */
export const corrections = ({ corrections = [] }: Pick<Item, 'corrections'>, { ui }: Texts): string[] =>
	corrections.map((one) => fill(ui.claim.corrected, { ...one }));

/** Whether the date is stated in the source, or inferred, and from what. */
export const basisOf = ({ date }: Pick<Item, 'date'>, { ui }: Texts): string =>
	date.basis === 'inferred' ? fill(ui.card.basisInferred, { from: date.from ?? '' }) : ui.card.basisStated;

/** How and when it was checked. */
export const checks = ({ checked }: Pick<Item, 'checked'>, { ui }: Texts): string[] => checked ?? [ui.claim.unchecked];

/** All notes on a claim that an export keeps, in one list. */
export const claimNotes = (item: Item, story: Texts): string[] => [
	support(item, story),
	...disputes(item, story),
	...corrections(item, story),
	...(item.checked ?? [])
];
