/** Pictures that differ from an earlier gallery. */
export interface Changes {
	changed: string[];
	added: string[];
	gone: string[];
}

/**
 * @param before texts by name, like `after`
 * @param drawn whether a picture of this name would be in `after` if it still existed
 * @returns names, in the order of their galleries
 */
export function compare(
	before: ReadonlyMap<string, string>,
	after: ReadonlyMap<string, string>,
	drawn: (name: string) => boolean = () => true
): Changes {
	const names = [...after.keys()];
	return {
		changed: names.filter((name) => before.has(name) && before.get(name) !== after.get(name)),
		added: names.filter((name) => !before.has(name)),
		gone: [...before.keys()].filter((name) => !after.has(name) && drawn(name))
	};
}
