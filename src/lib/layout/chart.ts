/** Turns a figure into a chart: parts with final positions, px. */
import type { FigureItem, LocalSide } from '../view/local.ts';
import { drawBars, drawNumbers } from './chartBars.ts';
import { layoutLineChart } from './chartLine.ts';
import { drawNote, drawTitle } from './chartTitle.ts';
import { drawShare } from './chartShare.ts';
import { Sheet, type ChartFrame, type ChartLayout } from './chartSheet.ts';

export type * from './chartSheet.ts';

/** Width of a chart on a card, px. */
export const chartWidth = 400;

/** How much larger the rows of bars may be where the height allows, largest first. */
const growths = [3, 2.75, 2.5, 2.25, 2, 1.75, 1.5, 1.25];
/** Type grows less than the bars, and not at all where larger names would no longer fit beside them. */
const typeGrowths = [1.3, 1];

/**
 * Lays out the chart of a figure.
 *
 * @param figure of a story in one language
 * @param sides the story’s, for the rows’ colours
 * @param frame its width, px, and whether its title stands in it
 */
export function layoutChart(figure: FigureItem, sides: readonly LocalSide[], frame: ChartFrame): ChartLayout {
	if (figure.chart === 'line') return layoutLineChart(figure, sides, frame);
	const { height } = frame;
	const plain = drawAll(figure, sides, frame);
	if (figure.chart !== 'bars' || !height) return plain;
	for (const type of typeGrowths)
		for (const growth of growths) {
			const chart = drawAll(figure, sides, frame, growth, type);
			if (chart.height <= height) return chart;
		}
	return plain;
}

function drawAll(
	figure: FigureItem,
	sides: readonly LocalSide[],
	frame: ChartFrame,
	growth = 1,
	typeGrowth = 1
): ChartLayout {
	const sheet = new Sheet(figure, sides, frame.width);
	if (frame.titled) drawTitle(figure, '', sheet);
	if (figure.chart === 'bars') drawBars(figure, sheet, growth, typeGrowth);
	else if (figure.chart === 'share') drawShare(figure, sheet);
	else drawNumbers(figure, sheet);
	drawNote(figure, sheet);
	return sheet.layout(Math.ceil(sheet.y));
}
