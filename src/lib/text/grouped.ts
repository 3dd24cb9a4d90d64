const formats = new Map<string, Intl.NumberFormat>();

/** A number with grouped digits, such as 1,234,567. */
export function grouped(n: number, lang: string): string {
	let format = formats.get(lang);
	if (!format) formats.set(lang, (format = new Intl.NumberFormat(lang)));
	return format.format(n);
}
