/** Amounts at dates, joined by lines, with the dates’ own labels under them at distances proportional to time. */
import type { FigureItem, FigureRow, RowDate } from '../../view/local.ts';
import { capital } from '../../text/capital.ts';
import { amountLines, rowInk, type Texts } from './amounts.ts';
import type { NativeChart, PointLabel, Series } from './parts.ts';
import { wide } from './setBox.ts';

const size = 13;
/** Distance in points below which a label goes to the other side of its point. */
const near = 17;
/** Maximum number of steps of the time axis, where dates are not evenly spaced. */
const mostSteps = 60;

type Dated = FigureRow & { date: RowDate };

export function lineChart(
	figure: FigureItem,
	story: Texts,
	{ width, height }: { width: number; height: number }
): NativeChart {
	const rows = figure.rows.filter((row): row is Dated => !!row.date);
	const times = [...new Set(rows.map(({ date }) => date.at))].sort((a, b) => a - b);
	const { steps, at } = stepsOf(times);
	const categories = Array.from({ length: steps + 1 }, () => '');
	for (const row of rows) categories[at.get(row.date.at)!] = capital(row.date.short ?? row.date.label, story.lang);
	const most = Math.max(...rows.map(({ value }) => value), 0) || 1;
	const lowest = Math.min(0, ...rows.map(({ value }) => value));
	// Room for labels under isolated points, and over the highest.
	const [from, to] = [lowest - (most - lowest) * 0.16, most + (most - lowest) * 0.16];
	const tall = (height - 26) / (to - from);
	const names = [...new Set(rows.map(({ label }) => label))];
	const last = Math.max(...at.values());
	const series = names.map((name): Series => {
		const own = rows.filter(({ label }) => label === name);
		const values: Series['values'] = categories.map(() => null);
		const labels: Series['labels'] = categories.map(() => null);
		for (const row of own) {
			const place = at.get(row.date.at)!;
			values[place] = row.value;
			const others = rows.filter((other) => other !== row && other.date.at === row.date.at);
			labels[place] = labelOf(row, others, {
				figure,
				named: row === own[0] || row === own.at(-1),
				tall,
				end: place === last,
				first: place === 0,
				few: times.length < 3,
				story
			});
		}
		return { name, values, labels, ink: rowInk(own[0], story) };
	});
	const ends = series.flatMap(({ labels }) => labels[last]?.lines ?? []);
	const room = times.length < 3 ? 0 : Math.max(0, ...ends.map((line) => wide(line, size)));
	return {
		form: 'line',
		categories,
		series,
		...{ from, to, size, fill: 1 },
		plot: { x: 0.01, y: 0.01, width: 0.98 - Math.min(0.4, room / width), height: 1 - 26 / height }
	};
}

/** Number of steps from the first date to the last, and the step of each date. */
function stepsOf(times: readonly number[]): { steps: number; at: Map<number, number> } {
	const count = times.length - 1;
	if (count < 1) return { steps: 0, at: new Map(times.map((time) => [time, 0])) };
	const share = (time: number) => (time - times[0]) / (times[count] - times[0]);
	for (let steps = count; ; steps++) {
		const places = times.map((time) => Math.round(share(time) * steps));
		const apart = new Set(places).size === times.length;
		const exact = times.every((time, index) => Math.abs(share(time) * steps - places[index]) < 0.12);
		if ((apart && exact) || steps >= Math.max(mostSteps, count))
			return { steps, at: new Map(times.map((time, index) => [time, places[index]])) };
	}
}

interface Around {
	figure: FigureItem;
	named: boolean;
	/** Points for each unit of the amount. */
	tall: number;
	first: boolean;
	end: boolean;
	/** Whether there are only two dates, so that there is room at both ends. */
	few: boolean;
	story: Texts;
}

function labelOf(
	row: Dated,
	others: readonly Dated[],
	{ figure, named, tall, first, end, few, story }: Around
): PointLabel {
	const amount = amountLines(row, figure).join(story.ui.list.apposition);
	const lines = [named ? `${row.label}${story.ui.list.apposition}${amount}` : amount];
	const next = figure.rows.find(({ label, date }) => label === row.label && date && date.at > row.date.at);
	const rises = !!next && next.value > row.value;
	const close = others.filter(({ value }) => Math.abs(value - row.value) * tall < near);
	const under = close.some(({ value }) => value > row.value);
	const side = end ? 'right' : first && few ? 'left' : under ? 'below' : 'above';
	// With another label nearby, this one goes where no line leads.
	const off = first && few && rises ? (under ? 'below' : 'left') : under ? side : 'above';
	return { lines, at: close.length ? off : side, ink: rowInk(row, story) };
}
