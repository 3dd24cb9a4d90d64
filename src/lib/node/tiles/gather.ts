/** Collects the output from the rows of a table as they pass in order of time: tiles, an index of words, characters. */
import type { Story } from '../../story/model.ts';
import { checkMeta, fewEvents, form, rootFor, tilePath, unitBits, type TileMeta } from '../../tiles/format.ts';
import { mostIndexed } from '../../tiles/words.ts';
import { castFor } from './casts.ts';
import { Characters, charactersFile } from './characters.ts';
import { OpenTile, type SavedTile } from './openTile.ts';
import { writePyramid } from './pyramid.ts';
import type { Row } from './rowColumns.ts';
import type { ReadTable, Span } from './table.ts';
import { WordIndex } from './words.ts';

/** What is known of a table before its rows are read. */
export interface Head {
	/** The tiles’ description, still without `shards`. */
	meta: TileMeta;
	/** Languages of the story. */
	languages: string[];
	/** Whether there are titles by language. */
	translated: boolean;
}

export interface Plan {
	head: Head;
	/** @param span the span of time, by default all */
	rows: (span?: Span) => AsyncIterable<Row[]> | Iterable<Row[]>;
}

type Write = (path: string, text: string) => void;

export function planFor(story: Story, version: string, read: ReadTable): Plan {
	const casting = castFor(read.together, story);
	const unit = 2 ** unitBits(read.at);
	const [first, last] = read.at.map((time) => Math.floor(time / unit) * unit);
	const extent: TileMeta['extent'] = [first, last + unit];
	const table = story.table!;
	const meta: TileMeta = {
		form,
		version,
		count: read.count,
		...rootFor(extent),
		extent,
		casts: casting.casts,
		unnamed: casting.unnamed,
		source: table.source,
		...(!read.translated && { language: table.language ?? story.languages[0] }),
		instants: read.plain === 'instant'
	};
	return {
		head: { meta, languages: story.languages, translated: read.translated },
		rows: (span) => read.rows(casting, unit, span)
	};
}

export class Gathered {
	/** Undefined where words are not indexed: a small table comes with the page, which searches it itself. */
	readonly words: WordIndex | undefined;
	readonly characters: Characters;
	/** Tiles that other parts have rows of too. */
	crossed: OpenTile[] = [];

	constructor(private readonly head: Head) {
		const { meta, languages, translated } = head;
		this.words = meta.count > fewEvents && meta.count <= mostIndexed ? new WordIndex() : undefined;
		this.characters = new Characters(languages, translated);
	}

	private get titles() {
		return this.head.translated ? this.head.languages : null;
	}

	/** @param crossing keys of the tiles that other parts have rows of too, which are kept and not written */
	async read(
		batches: AsyncIterable<Row[]> | Iterable<Row[]>,
		write: Write,
		crossing: ReadonlySet<string> = new Set()
	): Promise<void> {
		const seen = (row: Row) => {
			this.words?.add(row);
			this.characters.add(row);
		};
		const { meta } = this.head;
		this.crossed = await writePyramid(batches, { meta, languages: this.titles, write, seen, crossing });
	}

	/**
	 * Writes the tiles that parts share.
	 * @param saved in order of time
	 */
	writeCrossed(saved: readonly SavedTile[], write: Write): void {
		const tiles = new Map<string, OpenTile>();
		for (const one of saved) {
			const path = tilePath(this.head.meta, one);
			const tile = tiles.get(path) ?? new OpenTile({ level: one.level, index: one.index }, this.head.meta);
			tiles.set(path, tile);
			tile.merge(one);
		}
		for (const [path, tile] of tiles) write(path, JSON.stringify(tile.tile(this.titles)));
	}

	/** Writes the files about all rows. `meta.json` is last, so that where it exists all other files do. */
	finish(write: Write): TileMeta {
		const meta = { ...this.head.meta };
		if (this.words) meta.shards = this.words.write(meta, this.titles, write);
		write(charactersFile, JSON.stringify(this.characters.found()));
		write('meta.json', JSON.stringify(checkMeta(meta)));
		return meta;
	}
}
