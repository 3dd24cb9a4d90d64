/** A story with one source, as small as a test of verifying needs. */
import { parseDate } from '#lib/story/date.ts';
import type { Actor, Story } from '#lib/story/model.ts';
import type { Finding } from '#lib/verify/finding.ts';
import { SourceText } from '#lib/verify/source.ts';
import { verifyStory } from '#lib/verify/verify.ts';

interface Small {
	/** One paragraph per line. */
	source: string;
	language?: 'en' | 'zh-Hans';
	actors?: { id: string; kind?: Actor['kind']; name: string | Record<string, string>; role?: string }[];
	events?: { date?: string; title?: string; summary?: string; actors?: string[]; paragraphs?: number[] }[];
	figure?: { rows: Record<string, unknown>[]; format?: string };
	quote?: { speaker: string; words: string; kind?: string; translation?: Record<string, string> };
	prose?: string;
}

/** @returns the findings; events are `event-0`, `event-1` …, any other entry is `one` */
export function verifySmall({
	source,
	language = 'en',
	actors = [],
	events = [],
	figure,
	quote,
	prose
}: Small): Finding[] {
	const text = new SourceText(source, 'line');
	const sources = [{ source: 'text', paragraphs: text.paragraphs.map(({ number }) => number) }];
	const dated = (date: string) => {
		const read = parseDate(date);
		if ('problem' in read) throw new Error(read.problem);
		return { date, span: read.date, basis: 'stated' };
	};
	const say = (words: string | undefined) => (words === undefined ? {} : { [language]: words });
	const common = { ...dated('1892'), actors: [], about: [], sources };
	const story = {
		slug: 'small',
		languages: [language],
		actors: actors.map(({ id, kind = 'person', name, role }) => ({
			id,
			kind,
			side: 'all',
			name: typeof name === 'string' ? say(name) : name,
			...(role && { role: say(role) }),
			sources
		})),
		events: events.map(({ date = '1892', title, summary, actors = [], paragraphs }, i) => ({
			...common,
			...dated(date),
			id: String(i),
			title: say(title),
			summary: say(summary),
			actors,
			...(paragraphs && { sources: [{ source: 'text', paragraphs }] })
		})),
		quotes: quote ? [{ ...common, id: 'one', kind: 'direct', language, context: {}, ...quote }] : [],
		figures: figure ? [{ ...common, id: 'one', title: {}, summary: {}, format: 'count', ...figure }] : [],
		scenes: prose ? [{ id: 'one', heading: {}, prose: say(prose), sources }] : [],
		sources: [{ id: 'text', kind: 'article', description: {}, authors: [], language }]
	} as unknown as Story;
	return verifyStory(story, new Map([['text', text]])).findings;
}

/** The findings of one aspect, as `number 46: missing`. */
export const told = (findings: readonly Finding[], aspect: Finding['aspect']): string[] =>
	findings.filter((one) => one.aspect === aspect).map(({ value, verdict }) => `${value}: ${verdict}`);
