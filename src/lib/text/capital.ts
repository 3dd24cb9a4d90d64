/** @returns the text as a line begins: with a capital, where its script has them */
export const capital = (text: string, lang: string): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
