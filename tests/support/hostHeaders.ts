/** Reads `_headers` as hosts do: https://docs.netlify.com/manage/routing/headers */

/**
 * @param text of the file
 * @param path whole, with that of the site
 * @returns all values of each header, of every rule that matches
 */
export function headersFor(text: string, path: string): Record<string, string[]> {
	const found: Record<string, string[]> = {};
	let matches = false;
	for (const line of text.split('\n')) {
		if (/^\s*(#|$)/.test(line)) continue;
		if (!/^\s/.test(line)) {
			const parts = line.split('/').map((part) => {
				if (part.startsWith(':')) return '[^/]+';
				return part.replace(/[.\\+?^${}()|[\]]/g, '\\$&').replaceAll('*', '.*');
			});
			matches = new RegExp(`^${parts.join('/')}$`).test(path);
			continue;
		}
		const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
		if (!name) throw new Error(`not a header: ${line}`);
		if (matches) (found[name] ??= []).push(value);
	}
	return found;
}
