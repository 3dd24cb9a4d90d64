/**
 * @param lang BCP 47
 * @returns the sentences of a text, each with the space after it
 */
export const sentences = (text: string, lang: string): string[] =>
	[...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment);
