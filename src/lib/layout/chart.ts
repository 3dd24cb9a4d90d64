/** A figure → a chart as parts with final positions, px. */
import type { FigureItem, LocalSide } from '../view/local.ts';
import { drawBars, drawNumbers } from './chartBars.ts';
import { layoutLineChart } from './chartLine.ts';
import { drawNote, drawTitle } from './chartTitle.ts';
import { drawShare } from './chartShare.ts';
import { Sheet, type ChartFrame, type ChartLayout } from './chartSheet.ts';

export type * from './chartSheet.ts';

/** Of a chart on a card, px. */
export const chartWidth = 400;

/** How much larger the rows of bars may be where there is height for them, largest first. */
const growths = [3, 2.75, 2.5, 2.25, 2, 1.75, 1.5, 1.25, 1];

/** The one way from a figure to its chart. @param sides the story’s, for the rows’ colours */
export function layoutChart(figure: FigureItem, sides: readonly LocalSide[], frame: ChartFrame): ChartLayout {
	if (figure.chart === 'line') return layoutLineChart(figure, sides, frame);
	const { height } = frame;
	if (figure.chart !== 'bars' || !height) return drawAll(figure, sides, frame, 1);
	let chart: ChartLayout | undefined;
	for (const growth of growths) if (!chart || chart.height > height) chart = drawAll(figure, sides, frame, growth);
	return chart!;
}

function drawAll(figure: FigureItem, sides: readonly LocalSide[], frame: ChartFrame, growth: number): ChartLayout {
	const sheet = new Sheet(figure, sides, frame.width);
	if (frame.titled) drawTitle(figure, '', sheet);
	if (figure.chart === 'bars') drawBars(figure, sheet, growth);
	else if (figure.chart === 'share') drawShare(figure, sheet);
	else drawNumbers(figure, sheet);
	drawNote(figure, sheet);
	return sheet.layout(Math.ceil(sheet.y));
}
