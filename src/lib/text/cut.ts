/** At most so many UTF-16 units of a text; no character of two is cut in the middle, nor is half of one kept. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(/\p{Surrogate}/gu, '');

/** The same, with a mark where something is left out. */
export const clip = (text: string, most = 40): string =>
	text.length > most ? `${cut(text, most - 1)}…` : cut(text, most);
