/** The subjects that a source mentions, by the names of one story; read once for each pair of the two. */
import type { Names } from './names.ts';
import { memoiseByObject, memoiseByText } from './remember.ts';
import type { Library } from './scope.ts';
import type { Paragraph } from './source.ts';
import { readSubjects, type Subject } from './subjects.ts';

export class Mentions {
	/** Positions in a part of the source are relative to that part. */
	readonly subjectsIn = memoiseByText((text) => readSubjects(text, this.names, this.saysWhole));
	/** The subjects in a whole paragraph. */
	readonly subjectsOf: (paragraph: Paragraph) => readonly Subject[] = memoiseByObject(({ normal }: Paragraph) =>
		readSubjects(normal.text, this.names, this.saysWhole)
	);
	private readonly wholes = new Map<string, boolean>();

	constructor(
		readonly library: Library,
		readonly names: Names
	) {}

	/** Does the source give a person’s full name somewhere, so that the surname is enough elsewhere? */
	readonly saysWhole = (id: string): boolean => {
		let says = this.wholes.get(id);
		if (says === undefined) {
			says = this.names.formsOf(id).some((form) => /[ ·]/.test(form) && this.library.anywhere(form) !== null);
			this.wholes.set(id, says);
		}
		return says;
	};
}

const mentions = memoiseByObject((library: Library) => memoiseByObject((names: Names) => new Mentions(library, names)));

export const mentionsOf = (library: Library, names: Names): Mentions => mentions(library)(names);
