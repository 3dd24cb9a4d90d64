/** Cuts a text to a number of UTF-16 code units without splitting a surrogate pair; lone surrogates are removed. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(/\p{Surrogate}/gu, '');

/** The same, with “…” where something is cut off. */
export const clip = (text: string, most = 40): string =>
	text.length > most ? `${cut(text, most - 1)}…` : cut(text, most);
