/** XML as text. */
import { noText } from '../story/characters.ts';
import { escapeHtml } from '../text/html.ts';

const unwritable = new RegExp(noText, 'gu');

/** A text as the content of an element: without markup, and without the characters that XML does not allow. */
export const xmlText = (text: string): string => escapeHtml(text.replace(unwritable, ''));

/** @param content markup: texts through `xmlText` */
export function element(name: string, attributes: Record<string, string>, ...content: string[]): string {
	const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(value)}"`);
	return `<${name}${written.join('')}${content.length ? `>${content.join('')}</${name}>` : '/>'}`;
}

/** A document with its declaration. */
export const xmlFile = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
