/** @returns the text with a capital first letter, where its script has capitals */
export const capital = (text: string, lang: string): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
