/**
 * The kinds of items, and what is particular to each. A further kind is a line here, its schema and its type
 * (view/local.ts), its card (cards/ItemCard.svelte) and its name in the interface’s texts; where else it needs words or a
 * drawing of its own, types name the place.
 */
interface Traits {
	/** What it is called, counted and written as in data: a table’s row is one more event. */
	as: 'event' | 'quote' | 'figure';
	/** The list of a story’s folder that it comes from, its file without “.yaml”; null where it comes from the table. */
	list: 'events' | 'quotes' | 'figures' | null;
	/** The shape of its mark, where that is large enough to be told from a disc. */
	mark: 'disc' | 'balloon' | 'bars';
	/** Whether a label or a link says its kind before its title. */
	named: boolean;
}

export const kinds = {
	event: { as: 'event', list: 'events', mark: 'disc', named: false },
	quote: { as: 'quote', list: 'quotes', mark: 'balloon', named: true },
	figure: { as: 'figure', list: 'figures', mark: 'bars', named: false },
	row: { as: 'event', list: null, mark: 'disc', named: false }
} as const satisfies Record<string, Traits>;

export type ItemKind = keyof typeof kinds;
/** The kinds that a story’s folder has a list of. */
export type Kind = { [K in ItemKind]: (typeof kinds)[K]['list'] extends null ? never : K }[ItemKind];
export type MarkShape = Traits['mark'];

const all = Object.keys(kinds) as ItemKind[];

export const storyKinds = /* @__PURE__ */ all.filter((kind): kind is Kind => kinds[kind].list !== null);

/** The kind in a ref, `event-chatgpt`; undefined for anchors of other things. */
export const kindOf = (anchor: string): ItemKind | undefined => all.find((kind) => anchor.startsWith(`${kind}-`));

/** Whether an anchor is that of an item of the story’s folder. */
export const isStoryRef = (anchor: string): boolean => kinds[kindOf(anchor) ?? 'row'].list !== null;

/** Whether it happened; everything else is about what happened. */
export const isEvent = ({ kind }: { kind: ItemKind }): boolean => kinds[kind].as === 'event';
