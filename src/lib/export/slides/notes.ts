/** A slide’s speaker notes: its whole prose, and the evidence for each item that it tells. */
import { fill } from '../../text/fill.ts';
import { basisOf, checks, corrections, disputes } from '../../view/claims.ts';
import { kinds } from '../../story/kinds.ts';
import type { Block, Item, LocalStory } from '../../view/local.ts';
import { quotedWith } from '../cardText.ts';

/**
 * The words of prose, one text for each paragraph or list entry; placed items are left out, as they are on the slide.
 */
export function proseWords(blocks: readonly Block[]): string[] {
	return blocks.flatMap((block) =>
		block.type === 'item' ? [] : block.type === 'list' ? block.items.map(inline) : [inline(block.children)]
	);
}

type Inline = Extract<Block, { type: 'paragraph' }>['children'][number];
const inline = (parts: readonly Inline[]): string =>
	parts.map((part) => (part.type === 'text' ? part.text : inline(part.children))).join('');

/** @returns lines: what it is, what it says, when and how that is known, on whose word, how it was checked */
export function evidenceOf(item: Item, story: LocalStory): string[] {
	const { ui } = story;
	const { colon, stop } = ui.list;
	const end = (text: string) => (/[.。!?！？…][”’»」』)）]?$/.test(text) ? text : text + stop);
	const kind = item.kind === 'quote' ? ui.quoteKind[item.quoteKind] : ui.kind[kinds[item.kind].as];
	const title = item.kind === 'quote' ? item.speaker.name : item.title;
	const speaksOf =
		item.kind === 'quote' && item.speaksOf
			? ` ${end(fill(ui.claim.speaksOf, { date: item.speaksOf.label }))} ${basisOf({ date: item.speaksOf }, story)}`
			: '';
	return [
		`■ ${kind}${colon}${title}`,
		...said(item, story).map(end),
		`${ui.card.date}${colon}${end(item.date.label)} ${basisOf(item, story)}${speaksOf}`,
		...item.sources.map((citation) => `${ui.claim.source}${colon}${cited(citation, story)}`),
		...disputes(item, story),
		...corrections(item, story),
		...checks(item, story).map((check) => `${ui.claim.check}${colon}${check}`)
	].map((line) => line.trim());
}

function said(item: Item, story: LocalStory): string[] {
	const { ui, lang } = story;
	if (item.kind === 'quote') return [quotedWith(item, lang, ui), item.context].filter(Boolean);
	if (item.kind !== 'figure') return (item.summary ?? '').split(/\n+/).filter(Boolean);
	return [
		item.summary,
		...item.rows.map((row) => {
			const what = [row.date?.label, row.group, row.label].filter(Boolean).join(ui.list.apposition);
			const how = row.inferred ? ` (${ui.card.computed}${ui.list.apposition}${row.inferred})` : '';
			return `${what}${ui.list.colon}${[row.text, row.unit].filter(Boolean).join(' ')}${how}`;
		}),
		...(item.note ? [item.note] : [])
	];
}

function cited({ source, place, excerpt }: Item['sources'][number], { sources, ui }: LocalStory): string {
	const short = sources.find(({ id }) => id === source)?.short ?? source;
	const where = [short, place].filter(Boolean).join(ui.list.apposition);
	return excerpt ? `${where}${ui.list.stop} ${ui.claim.excerpt}${ui.list.colon}${excerpt}` : where;
}
