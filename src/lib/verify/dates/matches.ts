/** Finds where the rules for dates match, in order. */
import { labelReach, type Groups, type Rule } from './rule.ts';

export interface Match {
	start: number;
	end: number;
	rule: Rule;
	groups: Groups;
}

/** Matches in order, with lookahead. */
export class Ahead {
	private held: Match[] = [];

	constructor(private readonly matches: Iterator<Match>) {}

	next(): Match | null {
		return this.held.shift() ?? this.pull();
	}

	/** The first match that starts there or later; earlier ones lie within what was read already. */
	peek(from: number): Match | null {
		for (const match of this.held) if (match.start >= from) return match;
		for (let match = this.pull(); match; match = this.pull()) {
			this.held.push(match);
			if (match.start >= from) return match;
		}
		return null;
	}

	skip(until: number): void {
		this.held = this.held.filter(({ start }) => start >= until);
		while (this.held.length === 0) {
			const match = this.pull();
			if (!match) return;
			if (match.start >= until) this.held.push(match);
		}
	}

	private pull(): Match | null {
		const { value, done } = this.matches.next() as IteratorResult<Match, undefined>;
		return done ? null : value;
	}
}

/** Matches of all rules by start, then longest, then earliest rule; each rule holds only one match at a time. */
export function* matchesIn(text: string, rules: readonly Rule[]): Generator<Match, undefined> {
	const from = rules.map(() => 0);
	const next = (index: number): (Match & { index: number }) | null => {
		// Not matchAll, which copies its pattern: there are thousands of short paragraphs.
		const rule = rules[index];
		for (;;) {
			rule.pattern.lastIndex = from[index];
			const match = rule.pattern.exec(text);
			if (!match) return null;
			const { index: start } = match;
			const end = (from[index] = start + match[0].length);
			if (rule.unless) {
				const left = text.slice(Math.max(0, start - labelReach), start);
				if (rule.unless(match[0], left, text.slice(end, end + labelReach))) continue;
			}
			return { start, end, rule, index, groups: { ...match.groups } };
		}
	};
	const heads = rules.flatMap((_, index) => next(index) ?? []);
	while (heads.length) {
		let first = 0;
		for (let i = 1; i < heads.length; i++) {
			const [a, b] = [heads[i], heads[first]];
			if ((a.start - b.start || b.end - a.end || a.index - b.index) < 0) first = i;
		}
		const match = heads[first];
		yield match;
		const following = next(match.index);
		if (following) heads[first] = following;
		else heads.splice(first, 1);
	}
}
