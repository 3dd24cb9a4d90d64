/** The parts of one scene’s picture during a transition: moved to where their times are, and fading. */
import type { AxisTick, Bracket, Bridge, Faded, Fold, Label, Lane, Link, Mark, Span } from './parts.ts';
import type { SceneLayout } from './scene.ts';
import { textWidth } from './textWidth.ts';

/** Position of a time along the axis, px. */
export type TimePlace = (time: number) => number;

/** Parts fainter than this are left out. */
const leastOpacity = 0.02;

export class MovedParts {
	/**
	 * @param e how far the camera has moved from `own` to `other`, 0–1
	 * @param marks those of `own`, by ref
	 */
	constructor(
		private readonly own: SceneLayout,
		private readonly other: SceneLayout,
		private readonly e: number,
		private readonly place: TimePlace,
		private readonly range: [number, number],
		private readonly marks: ReadonlyMap<string, Mark>
	) {}

	/** Position along the axis in the own picture, px → position now. */
	y(px: number): number {
		return this.place(this.own.scale.invert(px));
	}

	clamp(px: number): number {
		return Math.min(this.range[1], Math.max(this.range[0], this.y(px)));
	}

	/** Position across, px, which moves with the lane that it belongs to. */
	x(px: number): number {
		const index = Math.max(
			0,
			this.own.spines.findLastIndex(({ x }) => x - 30 <= px)
		);
		const [here, there] = [this.own.spines[index], this.other.spines[Math.min(index, this.other.spines.length - 1)]];
		return Math.min(this.own.width, Math.max(0, px + (there.x - here.x) * this.e));
	}

	/** Left edge of words, which stay wholly within the picture. */
	left(px: number, width: number): number {
		return Math.max(0, Math.min(this.own.width - width, this.x(px)));
	}

	/** How far the mark of `ref` has moved, and with it its words, px. */
	shift(ref: string): number {
		const mark = this.marks.get(ref);
		return mark ? this.y(mark.y) - mark.y : 0;
	}

	labels(opacity: number): Faded<Label>[] {
		if (opacity <= leastOpacity) return [];
		return this.own.labels.map((label: Faded<Label>) => {
			const dy = this.shift(label.ref);
			const left = this.left(label.box.x, label.box.width);
			return {
				...label,
				x: label.x + left - label.box.x,
				box: { ...label.box, x: left, y: label.box.y + dy },
				lines: label.lines.map((line) => ({ ...line, y: line.y + dy })),
				opacity: opacity * (label.opacity ?? 1)
			};
		});
	}

	links(opacity: number, kept: ReadonlySet<string>): Faded<Link>[] {
		return this.own.links
			.filter(({ ref }) => kept.has(ref))
			.map((link) => {
				const dy = this.shift(link.ref);
				return {
					...link,
					x1: this.x(link.x1),
					x2: this.x(link.x2),
					y1: link.y1 + dy,
					y2: link.y2 + dy,
					elbow: link.elbow && this.x(link.elbow),
					opacity
				};
			});
	}

	brackets(opacity: number, kept: ReadonlySet<string>): Faded<Bracket>[] {
		return (this.own.brackets ?? [])
			.filter(({ ref }) => kept.has(ref))
			.map((bracket) => ({ ...bracket, x: this.x(bracket.x), y: bracket.y + this.shift(bracket.ref), opacity }))
			.filter(({ y, length }) => y >= this.range[0] - 12 && y + length <= this.range[1] + 8);
	}

	spans(opacity: number, without: ReadonlySet<string>): Faded<Span>[] {
		if (opacity <= leastOpacity) return [];
		return this.own.spans
			.filter(({ ref }) => !without.has(ref))
			.map((span) => {
				const [top, end] = [this.clamp(span.y), this.clamp(span.y + span.length)];
				return { ...span, x: this.x(span.x), y: top, length: end - top, opacity };
			})
			.filter(({ length }) => length > 1);
	}

	bridges(opacity: number, without: ReadonlySet<string>): Faded<Bridge>[] {
		if (opacity <= leastOpacity) return [];
		return this.own.bridges
			.filter(({ ref, y1 }) => !without.has(ref) && this.inside(this.y(y1)))
			.map((bridge) => ({
				...bridge,
				x1: this.x(bridge.x1),
				x2: this.x(bridge.x2),
				y1: this.y(bridge.y1),
				y2: this.y(bridge.y2),
				gaps: bridge.gaps?.map((x) => this.x(x)),
				opacity
			}));
	}

	ticks(opacity: number): Faded<AxisTick>[] {
		if (opacity <= leastOpacity) return [];
		return this.own.axis.ticks.flatMap((tick) => {
			const y = this.y(tick.y);
			if (!this.inside(y)) return [];
			const stubs = tick.stubs.map((stub) => ({ x1: this.x(stub.x1), x2: this.x(stub.x2), y1: y, y2: y }));
			return { ...tick, x: this.x(tick.x), y, stubs, opacity };
		});
	}

	/** Only the cuts: the length of a fold is written once the picture has settled. */
	folds(opacity: number): Fold[] {
		if (opacity <= 0.3) return [];
		return this.own.axis.folds
			.map((fold) => ({
				...fold,
				lines: [],
				cuts: fold.cuts.map((cut) => ({ ...cut, x: this.x(cut.x), y: this.y(cut.y) })).filter(({ y }) => this.inside(y))
			}))
			.filter(({ cuts }) => cuts.length > 0);
	}

	lanes(): Lane[] {
		let end = -Infinity;
		return this.own.lanes.map((lane) => {
			const rule = lane.rule && { ...lane.rule, x1: this.x(lane.rule.x1), x2: this.x(lane.rule.x2) };
			if (!rule) return lane;
			const width = textWidth(lane.name, this.own.font.label + 1);
			const x = this.left(lane.x, width);
			// A name is left out while lanes are too close for it.
			const name = x >= end + 4 ? lane.name : '';
			if (name) end = x + width;
			return { ...lane, name, x, rule };
		});
	}

	private inside(y: number): boolean {
		return y >= this.range[0] && y <= this.range[1];
	}
}
