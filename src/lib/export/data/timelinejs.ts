/** TimelineJS3 JSON (timeline.knightlab.com/docs/json-format.html). Its texts are HTML, so every text is escaped. */
import { calendarDay, dayLength } from '../../story/calendar.ts';
import { textBlocks } from '../../text/blocks.ts';
import { fill } from '../../text/fill.ts';
import type { Item, LocalStory } from '../../view/local.ts';
import { quoted } from '../cardText.ts';
import { amounts, citations, isFinite, notes, sideNames, textOf, translationOf } from './words.ts';
import type { DataInput } from './input.ts';

interface Parts {
	year: number;
	month?: number;
	day?: number;
	display_date?: string;
}

const escape = (text: string) =>
	text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

export function toTimelineJs({ story, items, linkTo, link, view }: DataInput) {
	const losses: string[] = [];
	const value = {
		title: {
			text: { headline: escape(story.title), text: `<p>${escape(story.dek)}</p><p><a href="${escape(link(view))}">${escape(link(view))}</a></p>` },
			unique_id: story.slug
		},
		events: items.flatMap((item) => {
			const { min, max } = item.date;
			if (!isFinite(min) && !isFinite(max)) {
				losses.push(fill(story.ui.data.leftOut, { title: item.title, date: item.date.label }));
				return [];
			}
			if (!isFinite(min) || !isFinite(max))
				losses.push(fill(story.ui.data.openEnd, { title: item.title, date: item.date.label }));
			const from = isFinite(min) ? min : max - dayLength;
			const { start, end } = datesOf(item, from, isFinite(max) ? max : from + dayLength);
			const display_date = escape(item.date.label);
			return [
				{
					start_date: { ...start, display_date },
					...(end && { end_date: end }),
					display_date,
					text: { headline: escape(item.title), text: html(item, story, linkTo(item)) },
					group: escape(sideNames(item, story)[0] ?? ''),
					unique_id: item.ref,
					// TimelineJS ignores this member, which keeps what its dates cannot express.
					edtf: item.date.edtf
				}
			];
		})
	};
	return { text: `${JSON.stringify(value, null, '\t')}\n`, losses };
}

/** A date with its precision: a whole year or month has no day; longer spans have an end. */
function datesOf({ date }: Item, from: number, to: number): { start: Parts; end?: Parts } {
	const first = parts(from);
	const last = parts(to - 1);
	const same = first.year === last.year;
	if (same && first.month === last.month && first.day === last.day) return { start: first };
	const wholeYears = first.month === 1 && first.day === 1 && last.month === 12 && last.day === 31;
	if (wholeYears) return same ? { start: { year: first.year } } : { start: { year: first.year }, end: { year: last.year } };
	const wholeMonths = first.day === 1 && calendarDay(to).day === 1;
	if (wholeMonths) {
		const month = ({ year, month }: Parts) => ({ year, month });
		const one = same && first.month === last.month && !date.interval;
		return one ? { start: month(first) } : { start: month(first), end: month(last) };
	}
	return { start: first, end: last };
}

/** TimelineJS has no year 0: -1 is shown as “1 BCE”, which is EDTF’s 0000. */
function parts(time: number): Parts {
	const { year, month, day } = calendarDay(time);
	return { year: year > 0 ? year : year - 1, month, day };
}

function html(item: Item, story: LocalStory, link: string): string {
	const { ui } = story;
	const p = (text: string) => (text ? `<p>${escape(text)}</p>` : '');
	const source = citations(item, story).map((one) => fill(ui.export.source, { source: one })).join(' · ');
	const foot = `${notes(item, story).map(p).join('')}<p><a href="${escape(link)}">${escape(source || link)}</a></p>`;
	const body = textBlocks(textOf(item))
		.map((one) => 'items' in one ? `<ul>${one.items.map((words) => `<li>${escape(words)}</li>`).join('')}</ul>` : `<p>${one.lines.map(escape).join('<br>')}</p>`)
		.join('');
	if (item.kind !== 'quote') return body + amounts(item, story).map(p).join('') + foot;
	const words = quoted(item.words, item.quoteKind !== 'reported', item.language, ui.list.separator);
	const said = item.quoteKind === 'reported' ? p(words) : `<blockquote lang="${escape(item.language)}">${escape(words)}</blockquote>`;
	const ours = translationOf(item, story).join(ui.list.separator);
	return p(item.context) + said + p(ours && fill(ui.export.ours, { words: ours })) + foot;
}
