/** Faults that a picture must not have, measured on its parts as drawn, independently of the layout’s own boxes. */
import { countType, type Box, type Faded, type Line, type TimelineLayout } from '../../src/lib/layout/parts.ts';
import { textWidth } from '../../src/lib/layout/textWidth.ts';

export interface Words extends Box {
	what: 'label' | 'tick' | 'fold' | 'note' | 'lane' | 'count' | 'key';
	text: string;
	ref?: string;
	opacity: number;
	size: number;
}

/** Every line of text with its box, px; text too faint to be read during a transition is left out. */
export function wordsOf(parts: TimelineLayout, seen = 0): Words[] {
	const { small, label } = parts.font;
	const words = (
		what: Words['what'],
		text: string,
		x: number,
		y: number,
		size: number,
		anchor: string,
		part: object = {},
		ref?: string
	): Words => {
		const width = textWidth(text, size);
		const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
		const opacity = (part as Faded<object>).opacity ?? 1;
		return { what, text, x: left, y: y - size * 0.78, width, height: size, ref, opacity, size };
	};
	const { ticks, folds, before, after } = parts.axis;
	return [
		...parts.labels.flatMap((one) =>
			one.lines.map(({ text, y, size }) => words('label', text, one.x, y, size, one.anchor, one, one.ref))
		),
		...ticks.map((one) => words('tick', one.text, one.x, one.y + small * 0.35, small, 'middle', one)),
		...folds.flatMap((one) => one.lines.map(({ text, y }) => words('fold', text, one.x, y, small, 'middle'))),
		...[before, after].flatMap((one) => (one ? [words('note', one.text, one.x, one.y, small, one.anchor)] : [])),
		...parts.lanes.map((one) => words('lane', one.name, one.x, one.y, one.rule ? label + 1 : small, one.anchor)),
		...(parts.counts ?? []).map((one) => words('count', one.text, one.x, one.y, countType({ small }), one.anchor, one)),
		...(parts.key ?? []).map((one) => words('key', one.text, one.textX, one.y + small * 0.35, small, 'start'))
	].filter(({ text, opacity }) => text && opacity > seen);
}

const overlap = (a: Box, b: Box) =>
	Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.5 &&
	Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.5;

type Named = Line & { what: string; ref?: string };

/** Leaders, brackets, lines between sides, axis lines and lane rules as straight lines. */
export function linesOf(parts: TimelineLayout): Named[] {
	return [
		...leadersOf(parts).flat(),
		...(parts.brackets ?? []).flatMap(({ x, y, length, dir, ref }) =>
			[
				{ x1: x, y1: y, x2: x, y2: y + length },
				{ x1: x, y1: y, x2: x + dir * 6, y2: y },
				{ x1: x, y1: y + length, x2: x + dir * 6, y2: y + length }
			].map((line) => ({ ...line, what: 'bracket', ref }))
		),
		...parts.bridges.map((bridge) => ({ ...bridge, what: 'bridge' })),
		...parts.axis.lines.map((line) => ({ ...line, what: 'axis' })),
		...parts.lanes.flatMap(({ rule }) =>
			rule ? [{ x1: rule.x1, x2: rule.x2, y1: rule.y, y2: rule.y, what: 'rule' }] : []
		)
	];
}

const leadersOf = ({ links }: TimelineLayout): Named[][] =>
	links.map(({ x1, y1, x2, y2, elbow = (x1 + x2) / 2, ref }) => [
		{ what: 'leader', ref, x1: x2, y1: y2, x2: elbow, y2 },
		{ what: 'leader', ref, x1: elbow, y1: y2, x2: x1, y2: y1 }
	]);

/** Do two lines cross rather than only touch? */
function cross(a: Line, b: Line): boolean {
	const side = (l: Line, x: number, y: number) => (l.x2 - l.x1) * (y - l.y1) - (l.y2 - l.y1) * (x - l.x1);
	const apart = (p: number, q: number) => Math.min(p, q) < -1 && Math.max(p, q) > 1;
	return apart(side(a, b.x1, b.y1), side(a, b.x2, b.y2)) && apart(side(b, a.x1, a.y1), side(b, a.x2, a.y2));
}

/** Does a line run through a box? */
function through(line: Line, { x, y, width, height }: Box): boolean {
	let [from, to] = [0, 1];
	for (const [start, way, low, high] of [
		[line.x1, line.x2 - line.x1, x + 1, x + width - 1],
		[line.y1, line.y2 - line.y1, y + 1.5, y + height - 1.5]
	]) {
		if (Math.abs(way) < 1e-9) {
			if (start <= low || start >= high) return false;
			continue;
		}
		const [a, b] = [(low - start) / way, (high - start) / way].sort((p, q) => p - q);
		[from, to] = [Math.max(from, a), Math.min(to, b)];
	}
	return to - from > 1e-6;
}

/** Faults at the axis: lines through what stands on it, dots on lines and in folds, clipped names, bare counts. */
function axisFaults(parts: TimelineLayout, words: readonly Words[]): string[] {
	const faults: string[] = [];
	const { folds } = parts.axis;
	const marks = parts.marks.filter(({ shape }) => shape !== 'none');
	const rings = parts.bridges.map(({ x2, y2, ring, ref }) => ({ x: x2, y: y2, size: ring ?? 0, ref }));
	const standing = [
		...[...marks, ...rings].map(({ x, y, size, ref }) => ({ x, ref, from: y - size, to: y + size })),
		...parts.spans.filter(({ hatch }) => !hatch).map(({ x, y, length, ref }) => ({ x, ref, from: y, to: y + length }))
	];
	for (const cut of folds.flatMap(({ cuts }) => cuts))
		for (const { x, ref, from, to } of standing)
			if (Math.abs(x - cut.x) < 10 && cut.y > from - 2 && cut.y < to + 2) faults.push(`a cut runs through ${ref}`);
	for (const { cuts } of folds) {
		const [from, to] = [Math.min(...cuts.map(({ y }) => y)), Math.max(...cuts.map(({ y }) => y))];
		for (const { ref, y } of marks) if (y > from && y < to) faults.push(`mark ${ref} stands in a fold`);
	}
	for (const { x, y, size, ref } of marks.filter(({ tone }) => tone === 'dim'))
		for (const bridge of parts.bridges) {
			const passes = Math.min(bridge.x1, bridge.x2) < x + size && Math.max(bridge.x1, bridge.x2) > x - size;
			if (passes && Math.abs(bridge.y1 - y) < size + 1) faults.push(`dot ${ref} lies on the line of ${bridge.ref}`);
		}
	for (const { name, full = name } of parts.lanes)
		if (name !== full && parts.width >= 480 && textWidth(full, parts.font.label + 1) < parts.width - 8)
			faults.push(`the name of ${full} is cut`);
	for (const { what, text } of words)
		if (what === 'count' && /^\d+$/.test(text)) faults.push(`the count ${text} does not say of what`);
	return faults;
}

/** @returns each fault in words; none for a correct picture */
export function faultsOf(parts: TimelineLayout): string[] {
	const words = wordsOf(parts);
	const faults = [...textFaults(parts, words), ...axisFaults(parts, words)];
	for (const line of linesOf(parts))
		for (const box of words)
			if (through(line, box)) faults.push(`${line.what} ${line.ref ?? ''} runs through ${box.what} “${box.text}”`);
	const leaders = leadersOf(parts);
	leaders.forEach((one, i) =>
		leaders.slice(0, i).forEach((other) => {
			if (one.some((a) => other.some((b) => cross(a, b))))
				faults.push(`leaders of ${one[0].ref} and ${other[0].ref} cross`);
		})
	);
	const marks = parts.marks.filter(({ shape }) => shape !== 'none');
	for (const { x, y, size, ref } of marks) {
		const box = { x: x - size + 0.5, y: y - size + 0.5, width: 2 * size - 1, height: 2 * size - 1 };
		const under = words.find((one) => overlap(one, box));
		if (under) faults.push(`mark ${ref} lies on ${under.what} “${under.text}”`);
	}
	return faults;
}

/** Faults that must not occur at any moment of a transition either: overlapping text, anything outside. */
export function textFaults(parts: TimelineLayout, words = wordsOf(parts)): string[] {
	const faults: string[] = [];
	const sorted = [...words].sort((a, b) => a.y - b.y);
	sorted.forEach((box, index) => {
		if (
			box.x < -0.5 ||
			box.y < -0.5 ||
			box.x + box.width > parts.width + 0.5 ||
			box.y + box.height > parts.height + 0.5
		)
			faults.push(`${box.what} “${box.text}” is outside`);
		for (let next = index + 1; next < sorted.length && sorted[next].y < box.y + box.height; next++)
			if (overlap(box, sorted[next]))
				faults.push(`${box.what} “${box.text}” lies on ${sorted[next].what} “${sorted[next].text}”`);
	});
	for (const { x, y, size, ref } of parts.marks)
		if (x < size - 0.5 || y < size - 0.5 || x > parts.width - size + 0.5 || y > parts.height - size + 0.5)
			faults.push(`mark ${ref} is outside`);
	for (const { x, y, length, thickness, ref } of parts.spans)
		if (x < thickness / 2 || y < -0.5 || x > parts.width - thickness / 2 || y + length > parts.height + 0.5)
			faults.push(`bar ${ref} is outside`);
	for (const line of linesOf(parts))
		for (const [x, y] of [
			[line.x1, line.y1],
			[line.x2, line.y2]
		])
			if (x < -0.5 || y < -0.5 || x > parts.width + 0.5 || y > parts.height + 0.5)
				faults.push(`${line.what} ${line.ref ?? ''} is outside`);
	return faults;
}
