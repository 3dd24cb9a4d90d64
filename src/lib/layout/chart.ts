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

/** The one way from a figure to its chart. @param sides the story’s, for the rows’ colours */
export function layoutChart(figure: FigureItem, sides: readonly LocalSide[], frame: ChartFrame): ChartLayout {
	if (figure.chart === 'line') return layoutLineChart(figure, sides, frame);
	const sheet = new Sheet(figure, sides, frame.width);
	if (frame.titled) drawTitle(figure, '', sheet);
	if (figure.chart === 'bars') drawBars(figure, sheet);
	else if (figure.chart === 'share') drawShare(figure, sheet);
	else drawNumbers(figure, sheet);
	drawNote(figure, sheet);
	return sheet.layout(Math.ceil(sheet.y));
}
