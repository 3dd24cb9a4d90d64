/** Remembers results of reading texts for the next draft, which differs little from the last. */

/** Number of texts that one function remembers before it forgets all of them. */
const most = 20_000;
/** UTF-16 units. A longer text is a whole source, and is read only once. */
const longText = 2000;

/** @param read a pure function of the text */
export function memoiseByText<V>(read: (text: string) => V): (text: string) => V {
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

/** The same for objects that never change: a value is kept as long as its object. */
export function memoiseByObject<K extends object, V>(read: (key: K) => V): (key: K) => V {
	const known = new WeakMap<K, { value: V }>();
	return (key) => {
		let entry = known.get(key);
		if (!entry) known.set(key, (entry = { value: read(key) }));
		return entry.value;
	};
}
