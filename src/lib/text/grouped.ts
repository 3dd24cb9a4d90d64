const formats = new Map<string, Intl.NumberFormat>();

/** 1,234,567 */
export function grouped(n: number, lang: string): string {
	let format = formats.get(lang);
	if (!format) formats.set(lang, (format = new Intl.NumberFormat(lang)));
	return format.format(n);
}
