/**
 * Paints the transition from one picture to another on a canvas. On a CPU slowed four times, a frame took 60 ms when
 * the document’s drawing was changed, and takes 28 ms here. It draws the same layout with the same paths; a test in the
 * browser compares the two. Pictures at rest, in files and in print are never drawn by it.
 */
import type { Faded, Label, Mark, Span, TimelineLayout } from '../layout/parts.ts';
import { sideColour as paint, type Theme } from '../layout/theme.ts';
import {
	bracketPath,
	bridgePath,
	cutPath,
	hatchPath,
	linkPath,
	markEdge,
	markPath,
	shapeOf,
	rulePath,
	softStops
} from './paths.ts';

/** The drawing context of a canvas. */
type Brush = CanvasRenderingContext2D;

interface Stroke {
	colour: string;
	width: number;
	alpha?: number;
}

/**
 * @param layout time runs down; its key, counts and joins are not drawn, since no layout in a transition has any
 * @param theme colours and faces that a canvas accepts: no custom properties
 */
export function paintWay(brush: Brush, layout: TimelineLayout, theme: Theme): void {
	const { axis, font, weight: bold = 600 } = layout;
	for (const { name, x, y, anchor, rule, colour } of layout.lanes) {
		brush.letterSpacing = rule ? '0px' : '0.4px';
		const size = rule ? font.label + 1 : font.small;
		write(brush, theme, name, x, y, { size, weight: bold, anchor, colour: paint(theme, colour) });
		if (rule) stroke(brush, rulePath(rule), { colour: paint(theme, colour), width: 2, alpha: 0.55 });
	}
	brush.letterSpacing = '0px';
	for (const link of layout.links)
		if (link.elbow === undefined)
			stroke(brush, linkPath(link, false), {
				colour: paint(theme, link.colour),
				width: 1,
				alpha: strength(link, 0.35) * (link.tone === 'lit' ? 0.9 : 0.5)
			});
	for (const bracket of layout.brackets ?? [])
		stroke(brush, bracketPath(bracket, false), {
			colour: paint(theme, bracket.colour),
			width: 1.5,
			alpha: (bracket as Faded<typeof bracket>).opacity
		});
	for (const bridge of layout.bridges)
		stroke(brush, bridgePath(bridge), {
			colour: paint(theme, bridge.colours[0]),
			width: 1.5,
			alpha: strength(bridge, 0.35)
		});
	paintAxis(brush, axis, font.small, bold, theme);
	for (const span of layout.spans) paintSpan(brush, span, paint(theme, span.colour));
	for (const link of layout.links) {
		if (link.elbow === undefined) continue;
		const { opacity: alpha } = link as Faded<typeof link>;
		const path = linkPath(link, false);
		stroke(brush, path, { colour: theme.paper, width: 6, alpha });
		stroke(brush, path, { colour: paint(theme, link.colour), width: 1.5, alpha });
	}
	for (const bridge of layout.bridges) {
		brush.globalAlpha = strength(bridge, 0.35);
		disc(brush, bridge.x2, bridge.y2, bridge.ring ?? 3.5, theme.paper, paint(theme, bridge.colours[1]), 2);
	}
	for (const mark of layout.marks) paintMark(brush, mark, paint(theme, mark.colour), theme.paper);
	for (const label of layout.labels) paintLabel(brush, label, bold, theme);
	brush.globalAlpha = 1;
}

function strength(part: Faded<{ tone: string }>, dim: number): number {
	return (part.opacity ?? 1) * (part.tone === 'dim' ? dim : 1);
}

function stroke(brush: Brush, path: string, { colour, width, alpha = 1 }: Stroke): void {
	brush.globalAlpha = alpha;
	brush.strokeStyle = colour;
	brush.lineWidth = width;
	brush.lineJoin = 'miter';
	brush.stroke(new Path2D(path));
}

function disc(brush: Brush, x: number, y: number, r: number, fill: string, edge: string, width: number): void {
	brush.beginPath();
	brush.arc(x, y, r, 0, 2 * Math.PI);
	brush.fillStyle = fill;
	brush.fill();
	brush.strokeStyle = edge;
	brush.lineWidth = width;
	brush.stroke();
}

interface Type {
	size: number;
	weight: number;
	anchor: 'start' | 'middle' | 'end';
	colour: string;
	alpha?: number;
	/** Width of the outline in the paper’s colour around it, px. */
	halo?: number;
}

const alignOf = { start: 'left', middle: 'center', end: 'right' } as const;

function write(brush: Brush, theme: Theme, text: string, x: number, y: number, type: Type): void {
	brush.font = `${type.weight} ${type.size}px ${theme.sans}`;
	brush.textAlign = alignOf[type.anchor];
	brush.globalAlpha = type.alpha ?? 1;
	if (type.halo) {
		brush.strokeStyle = theme.paper;
		brush.lineWidth = type.halo;
		brush.lineJoin = 'round';
		brush.strokeText(text, x, y);
	}
	brush.fillStyle = type.colour;
	brush.fillText(text, x, y);
}

function paintAxis(brush: Brush, axis: TimelineLayout['axis'], size: number, bold: number, theme: Theme): void {
	for (const { x1, y1, x2, y2, colour } of axis.lines) {
		stroke(brush, `M${x1},${y1}L${x2},${y2}`, {
			colour: colour ? paint(theme, colour) : theme.ink3,
			width: colour ? 2 : 1.25,
			alpha: colour ? 0.55 : 1
		});
	}
	for (const cut of axis.folds.flatMap(({ cuts }) => cuts))
		stroke(brush, cutPath(cut, false), {
			colour: cut.colour ? paint(theme, cut.colour) : theme.ink2,
			width: 1.5
		});
	const stubs = axis.ticks.flatMap(({ stubs }) => stubs.map(({ x1, y1, x2, y2 }) => `M${x1},${y1}L${x2},${y2}`));
	stroke(brush, stubs.join(''), { colour: theme.ink3, width: 1.25 });
	for (const tick of axis.ticks as Faded<(typeof axis.ticks)[number]>[])
		write(brush, theme, tick.text, tick.x, tick.y + size * 0.35, {
			size,
			weight: tick.major ? bold : 400,
			anchor: 'middle',
			colour: tick.major ? theme.ink : theme.ink2,
			alpha: tick.opacity,
			halo: 4
		});
}

function paintSpan(brush: Brush, span: Span, colour: string): void {
	const alpha = strength(span, 0.4);
	if (span.hatch) return stroke(brush, hatchPath(span, false), { colour, width: 1.25, alpha });
	const { x, y, length, thickness, softStart, softEnd } = span;
	brush.globalAlpha = alpha;
	brush.fillStyle = colour;
	if (softStart || softEnd) {
		const fade = brush.createLinearGradient(0, y, 0, y + length);
		// Not fully transparent: without any of the colour it would fade through black.
		for (const stop of softStops(span))
			fade.addColorStop(stop.offset, stop.strength ? colour : `color-mix(in srgb, ${colour} 1%, transparent)`);
		brush.fillStyle = fade;
	}
	brush.fillRect(x - thickness / 2, y, thickness, length);
}

function paintMark(brush: Brush, mark: Mark, colour: string, paper: string): void {
	const { x, y, size, shape, kind } = mark;
	if (shape === 'none') return;
	brush.globalAlpha = strength(mark, shape === 'dot' ? 0.65 : 0.5);
	const path = shape === 'dot' ? null : markPath(kind, size);
	if (path === null) return disc(brush, x, y, size, colour, paper, shape === 'dot' && mark.tone === 'dim' ? 0.75 : 1.5);
	const drawn = new Path2D();
	drawn.addPath(new Path2D(path), { e: x, f: y });
	brush.fillStyle = colour;
	brush.fill(drawn);
	const outline = shapeOf(kind);
	brush.strokeStyle = outline === 'lines' ? colour : paper;
	brush.lineWidth = markEdge[outline];
	brush.lineJoin = outline === 'balloon' ? 'round' : 'miter';
	brush.stroke(drawn);
}

function paintLabel(brush: Brush, label: Faded<Label>, bold: number, theme: Theme): void {
	const { x, anchor, tone, colour, halo, opacity } = label;
	for (const { text, y, size, role } of label.lines) {
		const second = role === 'date' || tone === 'dim';
		write(brush, theme, text, x, y, {
			size,
			weight: role === 'title' && tone === 'lit' ? bold : 400,
			anchor,
			colour: colour ? paint(theme, colour) : second ? theme.ink2 : theme.ink,
			alpha: opacity,
			halo: halo ? 3 : undefined
		});
	}
}
