/** Checks that no actor belongs to itself, directly or through others. */
import type { Entries, Report } from './entries.ts';
import * as say from './messages.ts';

export function checkActors(entries: Entries, report: Report): void {
	const actors = new Map(entries.actors.map((entry) => [entry.value.id, entry]));
	const seen = new Set<string>();
	for (const { value } of entries.actors) {
		const chain: string[] = [];
		for (let id: string | undefined = value.id; id && !seen.has(id); id = actors.get(id)?.value.memberOf) {
			seen.add(id);
			chain.push(id);
		}
		const last = actors.get(chain.at(-1) ?? '');
		const start = chain.indexOf(last?.value.memberOf ?? '');
		if (last && start >= 0) {
			const circle = chain.slice(start);
			const message = circle.length === 1 ? say.memberOfItself(circle[0]) : say.memberCycle([...circle, circle[0]]);
			report({ file: 'actors.yaml', path: [actors.get(circle[0])!.index, 'memberOf'] }, message);
		}
	}
}
