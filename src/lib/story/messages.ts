/** Messages to the editor of a story folder. Each sentence says what is wrong, then what to write instead. */

export type IdKind = 'actor' | 'side' | 'source' | 'event' | 'quote' | 'figure' | 'scene';

const quoted = (text: string) => `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;

export function list(items: readonly string[], word: 'and' | 'or'): string {
	return items.length < 2 ? items.join() : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** Number of edits (insert, delete or replace a letter, swap two neighbours) that turn one text into the other. */
function distance(a: string, b: string): number {
	const rows = [Array.from({ length: b.length + 1 }, (_, i) => i)];
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			row[j] = Math.min(row[j - 1] + 1, rows[i - 1][j] + 1, rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
			}
		}
		rows.push(row);
	}
	return rows[a.length][b.length];
}

/** The candidates that were probably meant: the nearest ones, at most three. */
export function suggest(written: string, candidates: Iterable<string>): string[] {
	const low = written.toLowerCase().slice(0, 80);
	const limit = Math.max(1, Math.floor(low.length / 3));
	const near = [...candidates].map((candidate) => {
		const other = candidate.toLowerCase();
		const starts = low.length > 2 && other.length > 2 && (other.startsWith(low) || low.startsWith(other));
		return { candidate, edits: starts ? Math.min(limit, distance(low, other)) : distance(low, other) };
	});
	const best = Math.min(limit, ...near.map(({ edits }) => edits));
	return near
		.filter(({ edits }) => edits === best)
		.slice(0, 3)
		.map(({ candidate }) => candidate);
}

function didYouMean(suggestions: readonly string[], otherwise: string): string {
	return suggestions.length > 0 ? `did you mean ${list(suggestions.map(quoted), 'or')}?` : otherwise;
}

// Files and YAML

export const unknownFile = (name: string, suggestions: readonly string[], files: readonly string[]) =>
	`${quoted(name)} is no file of a story; ${didYouMean(suggestions, `a story has ${list(files, 'and')}`)}`;
export const missingFile = (name: string, isList: boolean) =>
	`${name} is missing; write it${isList ? ', a list of entries that begin with "- id:"' : ', beginning with "title:"'}`;
export const missingTable = (name: string, suggestions: readonly string[], tables: readonly string[]) =>
	`no file ${quoted(name)} in the story’s folder; ${didYouMean(suggestions, tables.length > 0 ? `there is ${list(tables.map(quoted), 'and')}` : 'put it there, or leave "table" out')}`;
export const unnamedTable = (name: string) =>
	`no story.yaml names this table; write there "table: { file: ${name}, source: … }", or take the file away`;
export const unknownColumn = (key: string, suggestions: readonly string[], allowed: readonly string[]) =>
	`a table has no ${quoted(key)}; ${didYouMean(suggestions, `columns are ${list(allowed, 'and')}`)}`;
export const bothTitles = () =>
	'"title" is one column for all languages, "title_<language>" one for each; write either';
export const tooLarge = (limit: number) =>
	`the file is larger than ${limit} characters; keep long lists of events in a table (story.yaml: "table"), or make several stories of it`;
export const controlCharacter = (code: number) =>
	`holds the invisible character U+${code.toString(16).toUpperCase().padStart(4, '0')}; delete it`;
export const notUtf8 = () => 'holds a character that could not be read; save the file as UTF-8 and write it again';
export const tooDeep = () => 'the file is nested too deeply to be read; write fewer levels';
export const badAlias = (detail: string) => `an alias (*name) cannot be read: ${detail}; write its text out here`;
export const duplicateKey = (key: string) => `${quoted(key)} is written twice here; keep one of them`;

const yamlMessages: Record<string, string> = {
	BAD_ALIAS: 'a * or & begins an alias in YAML; put the text into quotation marks',
	BAD_DQ_ESCAPE: 'a \\ inside "…" begins an escape; write \\\\ or put the text into single quotation marks',
	BAD_INDENT: 'the indentation does not fit; begin the line in the same column as its neighbours, and close brackets',
	BAD_SCALAR_START: 'the text begins with a sign that YAML keeps to itself; put the text into quotation marks',
	BLOCK_AS_IMPLICIT_KEY: 'a second ": " stands in this line; put the text that holds it into quotation marks',
	BLOCK_IN_FLOW: 'a list or mapping in lines cannot stand inside [ ] or { }; write it with commas',
	MISSING_CHAR: 'something was opened and not closed, or a colon or comma is missing; write it here',
	MULTILINE_IMPLICIT_KEY: 'a line without "key:" stands here; indent it below its key, after "key: |"',
	MULTIPLE_DOCS: '--- begins a second document; write one document in a file',
	TAB_AS_INDENT: 'the line is indented with a tab; write spaces',
	TAG_RESOLVE_FAILED: 'a ! begins a tag in YAML; put the text into quotation marks'
};
export const yamlProblem = (code: string, detail: string) =>
	yamlMessages[code] ?? `this is not YAML: ${detail.split('\n')[0]}; put text with special signs into quotation marks`;

// Single values

const names: Record<string, string> = {
	string: 'text',
	array: 'a list',
	object: 'a mapping ("key: value" lines)',
	record: 'the text in each language ({ en: … })',
	number: 'a number',
	int: 'a whole number'
};
const typeName = (expected: string) => names[expected] ?? expected;

/** What the file contains, named for a message. `source` is the text as the editor wrote it. */
function seen(value: unknown, source: string | undefined): string {
	if (Array.isArray(value)) {
		return 'a list';
	}
	return typeof value === 'object' && value !== null ? 'a mapping' : (source ?? String(value));
}

export function wrongType(expected: string, value: unknown, source: string | undefined): string {
	if (value === null && source === '') {
		return expected === 'array'
			? 'nothing is written here; write a list, or [] where there is none'
			: `nothing is written here; write ${typeName(expected)}, in quotation marks if it holds a comma or colon`;
	}
	const isPlain = typeof value === 'number' || typeof value === 'boolean' || value === null;
	return expected === 'string' && isPlain && source !== undefined
		? `YAML does not take ${source} for text; write it in quotation marks: '${source}'`
		: `${quoted(seen(value, source))} stands here; write ${typeName(expected)}`;
}

export const noneOf = (alternatives: readonly string[], value: unknown, source: string | undefined) =>
	alternatives.includes('string') && typeof value !== 'object'
		? wrongType('string', value, source)
		: `${quoted(seen(value, source))} stands here; write ${list([...new Set(alternatives)].map(typeName), 'or')}`;
export const missingKey = (key: string, expected: string | undefined) =>
	`${quoted(key)} is missing; write "${key}:"${expected ? `. ${expected}` : ''}`;
export const missingEntry = () => 'nothing is written here; write the entry or delete the line';
export const unknownKey = (key: string, suggestions: readonly string[], allowed: readonly string[]) =>
	`unknown key ${quoted(key)}; ${didYouMean(suggestions, `allowed are ${list(allowed, 'and')}`)}`;
export const notAllowed = (value: unknown, source: string | undefined, allowed: readonly string[]) => {
	const text = seen(value, source);
	const meant = suggest(text, allowed);
	const all = `write ${list(allowed, 'or')}`;
	return `${quoted(text)} is not allowed; ${meant.length > 0 ? `${didYouMean(meant, '')} Or ${all}` : all}`;
};
export const wrongForm = (value: string, better: string | undefined, expected: string | undefined) =>
	`${quoted(value)} has the wrong form; write ${better ? quoted(better) : 'it as follows'}` +
	(expected ? `. ${expected}` : '');
export const noAddress = (value: string) => `${quoted(value)} is no web address; write one that begins with https://`;
export const placeholder = (text: string) =>
	`${quoted(text)} stands for a text that is not written yet; write what readers are to see, or leave the key out where it is optional`;
/** @param text the whole text, as it was meant */
export const strayText = (key: string, text: string) =>
	`the comma ends the text of ${quoted(key)}; put text with commas in quotation marks: ${key}: ${JSON.stringify(text)}`;
export const noLanguage = (tag: string) => `${quoted(tag)} is no language; write BCP 47, e.g. "en" or "zh-Hans"`;
export const emptyText = () => 'the text is empty; write it, or leave the key out where it is optional';
export const emptyList = (key: string) => `${quoted(key)} is an empty list; write at least one`;
export const withoutSource = (what: string) =>
	`${what} without a source: every entry says where it comes from; write "sources:" with at least one "- source: <id>"`;
export const numberTooSmall = (value: unknown, minimum: string, inclusive: boolean) =>
	`${String(value)} is too small; write ${inclusive ? `${minimum} or more` : `more than ${minimum}`}`;
export const numberTooLarge = (value: unknown, maximum: string) =>
	`${String(value)} is too large; write ${maximum} or less`;

// Ids, languages, dates

export function unknownId(
	kind: IdKind,
	id: string,
	suggestions: readonly string[],
	known: readonly string[] = []
): string {
	const file = kind === 'side' ? 'story.yaml' : `${kind}s.yaml`;
	const choice = known.length > 0 && known.length < 8 ? `, which has ${list(known.map(quoted), 'and')}` : '';
	return `no ${kind} ${quoted(id)}; ${didYouMean(suggestions, `write one of ${file}${choice}, or add it there`)}`;
}
export const duplicateId = (id: string, line: number) =>
	`id ${quoted(id)} is already used in line ${line}; write another one`;
export const missingTranslation = (key: string, has: readonly string[], missing: readonly string[]) =>
	`missing translation: ${key} has ${has.length > 0 ? list(has, 'and') : 'nothing'}, write ${list(missing, 'and')} too`;
export const extraLanguage = (tag: string, suggestions: readonly string[]) =>
	`the story has no language ${quoted(tag)}; ` +
	didYouMean(suggestions, 'leave it out, or add it to languages in story.yaml');
export const duplicateLanguage = (tag: string) => `language ${quoted(tag)} is named twice; leave one out`;
export const inferredWithoutFrom = () =>
	'an inferred date without "from"; write what it was inferred from, or basis: stated';
export const memberOfItself = (id: string) =>
	`${quoted(id)} belongs to itself; write another actor, or leave memberOf out`;
export const memberCycle = (ids: readonly string[]) =>
	`memberOf goes round in a circle: ${ids.join(' → ')}; leave one memberOf out`;
export const sameLane = (lane: string, other: string) =>
	`side ${quoted(other)} already stands ${lane}; write the other lane, or leave lane out`;

// Quotes and figures

export const quoteWithoutWords = (kind: string) =>
	`quote that claims to be ${kind === 'term' ? 'a quoted term' : 'direct'} without words; write them, or kind: reported`;
export const wrappedInMarks = (open: string, close: string) =>
	`the words stand in ${open}…${close}; leave the quotation marks out, the page sets them`;
export const translatedIntoItself = (tag: string) =>
	`the words are already ${tag}; leave the translation into ${tag} out, or correct the quote's language`;
export const termsDiffer = (words: number | null, translated: number | null) =>
	words === null
		? 'words is one text, its translation a list; write one text'
		: `words lists ${words}, its translation ${translated === null ? 'is one text' : `lists ${translated}`}; ` +
			`write a list of ${words} in the same order`;
export const shareWithoutWhole = () =>
	'a share needs the whole that its rows are parts of; write "whole:" with value and label, or chart: bars';
export const shareAboveWhole = (sum: number, whole: number) =>
	`the rows add up to ${Number(sum.toPrecision(12))}, the whole is ${whole}; correct a value or write chart: bars`;

export const rowWithoutDate = () =>
	'a row of a line chart without a date; write "date:" with when it was so much, e.g. 2024-01~, or chart: bars';
export const dateOutsideLine = (key: string, chart: string) =>
	`"${key}" is for the rows of a line chart; leave it out, write chart: line, or, in chart: ${chart}, group: { … }`;
export const whenWithoutDate = () => '"when" words a date that is not there; write "date:" too';
export const sameDateTwice = (label: string, line: number) =>
	`${quoted(label)} already has an amount at this date in line ${line}; correct the date or the label`;
export const notInLine = (key: string) =>
	`"${key}" cannot stand in a row of a line chart; ` +
	(key === 'group' ? 'write the date as "date:" and "when:"' : 'one scale measures all of it: write it for the figure');
export const tooManyLines = (count: number, most: number) =>
	`${count} lines are more than can be told apart; write ${most} labels at most, or chart: bars`;

export const computedOtherwise = (expression: string, result: number, value: number) =>
	`${expression} is ${Number(result.toPrecision(12))}, not ${value}; correct the value or how it is computed`;
export const computedWithoutInferred = () =>
	'a computed number without "inferred"; write for readers what it was computed from';
export const notComputable = (text: string) =>
	`${quoted(text)} cannot be computed; write numbers of the source with + - * / and %, e.g. "4600000 / 1%"`;

// Citations

export const paragraphTwice = (number: number) => `paragraph ${number} is cited twice here; leave one out`;
export const disputesWithoutSays = () =>
	'a source that disputes the claim without "says"; write what it says instead, in each language';
export const saysWithoutDisputes = () =>
	'"says" is for a source that disagrees; write stance: disputes, or leave "says" out';
export const onlyDisputed = () =>
	'every source here disputes the claim; cite one that supports it, or tell what they say as the claim';

// Scenes

export const sceneWithoutItems = () =>
	'the scene lights up nothing; write at least one item in cards or lights, e.g. cards: [event-…]';
export const windowNotInterval = (text: string) =>
	`${quoted(text)} is not a stretch of time; write an interval such as 2022/2024, a single date, or all`;
export const windowOpen = (text: string) =>
	`the window ${quoted(text)} has an open end; write both ends, such as 2022/2024, or all`;
export const cardOutsideWindow = (ref: string, date: string, window: string) =>
	`${ref} (${date}) lies outside the window ${window} of its scene; widen the window or move the card`;
export const cardTwice = (ref: string, scene: string) =>
	`${ref} already has its card in scene ${quoted(scene)}; leave it out here, or write it in lights`;
export const cardNowhere = (ref: string) => `stands in no scene; write ${ref} in the cards of one`;

// Drafts

/** @param scene the draft scene that it is left out with, where it is no draft itself */
export const linksToDraft = (ref: string, scene: string | null) =>
	`links to a draft, ${ref}${scene === null ? '' : `, whose card is in the draft scene ${quoted(scene)}`}; publish it or take the link out`;
export const sceneOfDrafts = () =>
	'every item of this scene is a draft; write draft: true for the scene too, or publish one of them';
export const nothingPublished = (kind: 'event' | 'scene') =>
	`every ${kind} of the story is a draft; write draft: true here, or publish one of them`;

// Prose

const prose: Record<string, string> = {
	blockquote: 'block quotes (>) are not read; write the quote in quotes.yaml and link to it: [words](#quote-…)',
	break: 'a line break inside a paragraph is not read; leave a line empty to begin a paragraph',
	code: 'code blocks are not read; take away the indentation or ``` and write a paragraph',
	definition: 'link definitions are not read; write the address in the link: [words](https://…)',
	heading: 'headings are not read; write a paragraph (a scene has its heading in "heading:")',
	html: 'HTML is not read; write Markdown (paragraphs, *emphasis*, [links](#event-…)), and \\< for the sign itself',
	image: 'images are not read; leave it out, link to its page: [words](https://…), or set an item: ![](#quote-…)',
	imageReference: 'images are not read; leave it out, or link to its page: [words](https://…)',
	inlineCode: 'code is not read; leave the ` marks out, or write *emphasis*',
	linkReference: 'link definitions are not read; write the address in the link: [words](https://…)',
	strong: '**strong** is not read; write *emphasis*',
	thematicBreak: 'a rule (---) is not read; leave a line empty to begin a paragraph, or begin another scene'
};
export const notInProse = (type: string) =>
	prose[type] ?? `${type} is not read; write paragraphs, lists, *emphasis* or [links](#event-…)`;
export const unreadableProse = () => 'the Markdown is nested too deeply to be read; write plain paragraphs';
export const numberBeginsList = (number: string) =>
	`"${number}." at the beginning of a line makes a list; write "${number}\\." or begin the list with "1."`;
export const listItemOfOneParagraph = () =>
	'a list item holds more or less than one paragraph; write one, without an empty line or a list inside';
export const badLink = (href: string) =>
	`a link cannot lead to ${quoted(href)}; write https://… or #event-…, #quote-…, #figure-…, #scene-… with an id`;
export const itemInAbout = () => 'only the prose of a scene sets items; write a link: [words](#quote-…)';
export const endingNotLast = () => 'only the last scene is an ending; move it to the end, or leave `ending` out';
export const badItem = (href: string) =>
	`${quoted(href)} cannot be set in the text; write ![](#quote-…) or ![](#figure-…) with an id, as a paragraph of its own`;
export const linkWithTitle = () => 'the title of a link is not read; write [words](address) only';
export const linkWithoutWords = (href: string) => `the link to ${href} has no words; write [words](${href})`;
