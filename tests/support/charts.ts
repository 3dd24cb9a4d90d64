/** A figure for every kind of chart, with exact and inexact amounts, independent of stories, which may change. */
import { strings } from '../../src/lib/text/strings.ts';
import type { FigureItem, FigureRow, LocalSide } from '../../src/lib/view/local.ts';
import { figure } from './figures.ts';

export const chartSides: LocalSide[] = [
	{ id: 'north', name: 'North', colour: 'blue' },
	{ id: 'south', name: 'South', colour: 'vermilion' }
];

const { ui } = strings('en');
const row = (label: string, value: number, text: string, part: Partial<FigureRow> = {}): FigureRow => ({
	label,
	value,
	text,
	unit: '',
	...part
});

/** A year as a figure’s date. */
const year = (at: number): FigureRow['date'] => ({
	edtf: String(at),
	label: String(at),
	min: Date.UTC(at, 0),
	max: Date.UTC(at + 1, 0),
	at: Date.UTC(at, 6),
	interval: false,
	softStart: false,
	softEnd: false
});

const north = { side: 'north' };
const south = { side: 'south' };

export const charts: Record<FigureItem['chart'], FigureItem> = {
	bars: figure({
		chart: 'bars',
		title: 'Ships in the harbour',
		unit: 'ships',
		rows: [
			row('Northern ships', 310, '310', north),
			row('Ships of the southern towns', 120, 'over 120', { ...south, qualifier: 'over' }),
			row('Together', 430, 'about 430', { qualifier: 'about', computed: true })
		]
	}),
	line: figure({
		chart: 'line',
		title: 'Bales of wool',
		date: { ...year(1710)!, label: '1710 to 1735', basis: 'stated' },
		unit: 'bales',
		note: 'The log has no year between them.',
		rows: [
			row('Northern', 20, '20', { ...north, date: year(1710) }),
			row('Northern', 180, '180', { ...north, date: year(1720) }),
			row('Northern', 240, '240', { ...north, date: year(1735) }),
			row('Southern', 90, '90', { ...south, date: year(1710) }),
			row('Southern', 60, 'about 60', { ...south, date: year(1735), qualifier: 'about' })
		]
	}),
	share: figure({
		chart: 'share',
		title: 'Whose the cargo was',
		unit: 'of the cargo',
		whole: { value: 100, text: '100%', label: 'All cargo' },
		rows: [row('North', 40, 'over 40%', { ...north, qualifier: 'over' }), row('South', 15, '15%', south)]
	}),
	numbers: figure({
		chart: 'numbers',
		title: 'What the offices cost',
		rows: [
			row('The custom house', 4.6, '4.6 million', north),
			row('The southern office', 2, 'nearly 2 million', { ...south, qualifier: 'nearly' })
		]
	})
};

for (const chart of Object.values(charts)) {
	chart.wording = { lang: 'en', amount: '{n}', ...ui.chart, computed: ui.card.computed };
	for (const one of chart.rows) one.unit = chart.unit;
}
