/** Readings of texts, kept for the next draft, which differs from the last in little. */

/** Of the texts of one reading; then all are forgotten. */
const most = 20_000;
/** UTF-16 units; a longer text is a whole source, and read once. */
const longText = 2000;

/** @param read gives the same for the same text, whenever it is asked */
export function remembered<V>(read: (text: string) => V): (text: string) => V {
	const known = new Map<string, V>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const value = read(text);
		if (known.size >= most) known.clear();
		if (text.length < longText) known.set(text, value);
		return value;
	};
}

/** The same of objects that nobody changes: kept as long as they are. */
export function kept<K extends object, V>(read: (key: K) => V): (key: K) => V {
	const known = new WeakMap<K, { value: V }>();
	return (key) => {
		let entry = known.get(key);
		if (!entry) known.set(key, (entry = { value: read(key) }));
		return entry.value;
	};
}
