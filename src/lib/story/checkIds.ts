/** Checks that each id is given once, and that whatever names an entry names one that there is. */
import type { Entries, Ids, LineOf, Path, Place, Report } from './entries.ts';
import * as say from './messages.ts';
import { parseProse } from './prose.ts';
import type { FileName } from './schema.ts';

/**
 * @returns items, such as `event-chatgpt`, that were suggested for ids that have no entry: their own mentions are
 *   probably those
 */
export function checkIds(entries: Entries, report: Report, lineOf: LineOf): Set<string> {
	const names = new Names(entries, knownIds(entries, report, lineOf), report);
	names.ofActors();
	names.ofItems();
	names.ofScenes();
	names.ofSources();
	names.ofStory();
	return names.suggested;
}

function knownIds({ ids: all }: Entries, report: Report, lineOf: LineOf): Map<say.IdKind, Set<string>> {
	const known = new Map<say.IdKind, Set<string>>();
	for (const [kind, { file, path, ids }] of Object.entries(all) as [say.IdKind, Ids][]) {
		const first = new Map<string, number>();
		for (const { id, index } of ids) {
			const earlier = first.get(id);
			if (earlier === undefined) {
				first.set(id, index);
			} else {
				const line = lineOf({ file, path: [...path, earlier, 'id'] });
				report({ file, path: [...path, index, 'id'] }, say.duplicateId(id, line));
			}
		}
		known.set(kind, new Set(first.keys()));
	}
	return known;
}

/** Everything in a story that names an entry by its id. */
class Names {
	readonly suggested = new Set<string>();

	constructor(
		private readonly entries: Entries,
		private readonly known: ReadonlyMap<say.IdKind, Set<string>>,
		private readonly report: Report
	) {}

	ofActors(): void {
		for (const { value, index } of this.entries.actors) {
			this.one('actors.yaml', [index, 'side'], 'side', value.side);
			this.one('actors.yaml', [index, 'memberOf'], 'actor', value.memberOf);
		}
	}

	ofItems(): void {
		const { events, quotes, figures } = this.entries;
		for (const { value, index } of events) {
			this.each('events.yaml', [index, 'actors'], 'actor', value.actors);
		}
		for (const { value, index } of quotes) {
			this.one('quotes.yaml', [index, 'speaker'], 'actor', value.speaker);
			this.each('quotes.yaml', [index, 'about'], 'event', value.about);
			this.each('quotes.yaml', [index, 'actors'], 'actor', value.actors);
		}
		for (const { value, index } of figures) {
			value.rows.forEach((row, i) => this.one('figures.yaml', [index, 'rows', i, 'actor'], 'actor', row.actor));
			this.each('figures.yaml', [index, 'about'], 'event', value.about);
			this.each('figures.yaml', [index, 'actors'], 'actor', value.actors);
		}
	}

	ofScenes(): void {
		for (const { value, index } of this.entries.scenes) {
			for (const list of ['cards', 'lights'] as const) {
				value[list].forEach((ref, i) => this.ref(ref, { file: 'scenes.yaml', path: [index, list, i] }));
			}
			this.prose('scenes.yaml', [index, 'prose'], value.prose);
			this.prose('scenes.yaml', [index, 'lead'], value.lead ?? {});
			if (value.stage) {
				this.ref(value.stage, { file: 'scenes.yaml', path: [index, 'stage'] });
			}
		}
	}

	ofSources(): void {
		for (const list of ['actors', 'events', 'quotes', 'figures', 'scenes'] as const) {
			for (const { value, index } of this.entries[list]) {
				value.sources.forEach(({ source }, i) =>
					this.one(`${list}.yaml`, [index, 'sources', i, 'source'], 'source', source)
				);
			}
		}
	}

	ofStory(): void {
		const { story } = this.entries;
		if (!story) {
			return;
		}
		this.prose('story.yaml', ['about'], story.about);
		story.opening?.forEach((ref, i) => this.ref(ref, { file: 'story.yaml', path: ['opening', i] }));
		this.one('story.yaml', ['table', 'source'], 'source', story.table?.source);
	}

	private each(file: FileName, path: Path, kind: say.IdKind, ids: readonly string[]): void {
		ids.forEach((id, i) => this.expect(kind, id, { file, path: [...path, i] }));
	}

	private one(file: FileName, path: Path, kind: say.IdKind, id: string | undefined): void {
		if (id !== undefined) {
			this.expect(kind, id, { file, path });
		}
	}

	private prose(file: FileName, path: Path, texts: Record<string, string>): void {
		for (const [language, text] of Object.entries(texts)) {
			const { problems, links } = parseProse(text);
			const place = (offset = 0): Place => ({ file, path: [...path, language], within: { text, offset } });
			problems.forEach(({ offset, message }) => this.report(place(offset), message));
			links.forEach(({ ref, offset }) => this.ref(ref, place(offset)));
		}
	}

	private ref(ref: string, place: Place): void {
		const dash = ref.indexOf('-');
		this.expect(ref.slice(0, dash) as say.IdKind, ref.slice(dash + 1), place);
	}

	/** Reports an id that has no entry. */
	private expect(kind: say.IdKind, id: string, place: Place): void {
		const known = this.known.get(kind)!;
		if (!known.has(id) && this.entries.ids[kind].complete) {
			const suggestions = say.suggest(id, known);
			suggestions.forEach((suggestion) => this.suggested.add(`${kind}-${suggestion}`));
			this.report(place, say.unknownId(kind, id, suggestions, [...known]));
		}
	}
}
