/** A story’s citation, completed with the View’s address and today’s date. The rest is made by node/citation.ts. */

export type CslDate = { 'date-parts': number[][]; circa?: boolean } | { literal: string };

/** A CSL-JSON item (CSL 1.0.2), as far as it is used here. */
export interface CslItem {
	id: string;
	type: string;
	title: string;
	language: string;
	URL?: string;
	issued?: CslDate;
	accessed?: CslDate;
	author?: { literal: string }[];
	'container-title'?: string;
}

export interface CitationTemplate {
	plain: string;
	/** The story’s page first, then its sources. */
	csl: CslItem[];
}

/** Placeholders in a template for what is known only in the reader’s browser. */
export const placeholder = { address: 'https://address.invalid/', day: [1000, 1, 1] } as const;

/**
 * @param link absolute address of the View
 * @param today by the reader’s own calendar
 * @returns plain text, and CSL-JSON as text
 */
export function citationFor({ plain, csl }: CitationTemplate, link: string, today: Date) {
	const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()];
	const iso = day.map((part) => String(part).padStart(2, '0')).join('-');
	const [page, ...sources] = csl;
	return {
		plain: plain.replace(placeholder.address, () => link).replace('1000-01-01', iso),
		csl: JSON.stringify([{ ...page, URL: link, accessed: { 'date-parts': [day] } }, ...sources], null, 2)
	};
}
