/** What every text of a story needs to be said in one language: words, dates, citations, corrections. */
import { midpoint, parseDate, type DateSpan } from '../story/date.ts';
import { wordDate, wordDateBriefly } from '../story/dateWords.ts';
import { isoForTime } from '../story/isoDate.ts';
import type { Citation, Correction, Text } from '../story/model.ts';
import { fill } from '../text/fill.ts';
import type { StoryStrings } from '../text/strings.ts';
import type { LocalCitation, LocalCorrection, LocalDate, RowDate } from './local.ts';

export class Wording {
	readonly lang: string;
	readonly ui: StoryStrings;
	private readonly names: Intl.DisplayNames;

	constructor(lang: string, ui: StoryStrings) {
		this.lang = lang;
		this.ui = ui;
		this.names = new Intl.DisplayNames(lang, { type: 'language' });
	}

	say(text: Text): string {
		return text[this.lang];
	}

	/** The name of a language, in this one. */
	nameOf(language: string): string {
		return this.names.of(language) ?? language;
	}

	moment({ span, when }: { span: DateSpan; when?: Text }): RowDate {
		const [label, brief] = [wordDate(span, this.lang), wordDateBriefly(span, this.lang)];
		return {
			edtf: span.edtf,
			label: when ? this.say(when) : label,
			short: !when && brief.length < label.length ? brief : undefined,
			iso: isoForTime(span),
			min: span.min,
			max: span.max,
			at: midpoint(span),
			interval: span.kind === 'interval',
			softStart: span.softStart,
			softEnd: span.softEnd
		};
	}

	date(item: { span: DateSpan; when?: Text; basis: LocalDate['basis']; from?: Text }): LocalDate {
		return { ...this.moment(item), basis: item.basis, from: item.from && this.say(item.from) };
	}

	/** Returns text that is not EDTF unchanged; a valid story has none. */
	day(edtf: string): string {
		const read = parseDate(edtf);
		return 'date' in read ? wordDate(read.date, this.lang) : edtf;
	}

	cite({ source, paragraphs, pages, excerpt, says }: Citation): LocalCitation {
		const n = paragraphs?.join(this.ui.list.separator) ?? pages ?? '';
		const words = this.ui.sources[paragraphs ? (paragraphs.length > 1 ? 'paragraphs' : 'paragraph') : 'pages'];
		return { source, place: n && fill(words, { n }), excerpt, says: says && this.say(says) };
	}

	corrections(corrections?: readonly Correction[]): LocalCorrection[] | undefined {
		return corrections?.map(({ date, what, why }) => ({
			date: this.day(date),
			what: this.say(what),
			why: this.say(why)
		}));
	}
}
