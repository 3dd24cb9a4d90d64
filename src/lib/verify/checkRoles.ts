/** Checks an actor’s role against what the source calls the actor, by a list of titles in both languages. */
import type { Actor } from '../story/model.ts';
import type { Entry } from './entry.ts';
import { mentionsOf } from './mentions.ts';
import { narrative } from './narrative.ts';
import { memoiseByObject } from './remember.ts';
import { at, isReadable, normal, type Hit } from './scope.ts';
import { sentenceContaining } from './segments.ts';
import type { Paragraph } from './source.ts';

const titles: [name: string, pattern: RegExp][] = [
	['chief executive', /\bCEO\b|chief executive|首席执行官|行政总裁/i],
	['chief technology officer', /\bCTO\b|chief technology officer|首席技术官/i],
	['chief financial officer', /\bCFO\b|chief financial officer|首席财务官|财务总监/i],
	['chief operating officer', /\bCOO\b|chief operating officer|首席运营官/i],
	['chief scientist', /chief scientist|首席科学家/i],
	['founder', /\b(?:co-?)?found(?:er|ers|ed|ing)\b|创始人|创办|创立|创建|奠基/i],
	['chair', /\bchair(?:man|woman|person)?\b|董事长|主席|理事长|会长/i],
	['president', /\b(?<!vice[- ])president\b|总统|总裁|校长/i],
	['vice-president', /\bvice[- ]president\b|副总统|副总裁/i],
	['prime minister', /\bprime minister\b|\bpremier\b|首相|总理/i],
	['minister', /(?<!prime )\bminister\b|部长|大臣/i],
	['secretary', /\bsecretary\b|秘书|国务卿|书记/i],
	['mayor', /\bmayor\b|市长|镇长/i],
	['governor', /\bgovernor\b|州长|省长|总督|行长/i],
	['senator', /\bsenator\b|参议员/i],
	['ambassador', /\bambassador\b|大使/i],
	['spokesperson', /\bspokes(?:man|woman|person)\b|发言人/i],
	['director', /\bdirector\b|主任|局长|处长|所长|馆长|院长|导演|总监/i],
	['manager', /\bmanager\b|经理/i],
	['editor', /\beditor\b|编辑|主编|主笔|总编/i],
	['journalist', /\b(?:journalist|reporter|correspondent)\b|记者/i],
	['professor', /\bprofessor\b|教授/i],
	['engineer', /\bengineer\b|工程师|技师/i],
	['architect', /\barchitect\b|建筑师/i],
	['economist', /\beconomist\b|经济学家/i],
	['historian', /\bhistorian\b|历史学家|史学家/i],
	['inventor', /\binventor\b|发明家|发明者|发明人/i],
	['physician', /\b(?:physician|doctor|surgeon)\b|医生|医师/i],
	['lawyer', /\b(?:lawyer|attorney|solicitor|barrister)\b|律师/i],
	['judge', /\bjudge\b|法官/i],
	['captain', /\bcaptain\b|船长|上尉|队长/i],
	['teacher', /\bteacher\b|教师|老师/i],
	['investor', /\b(?:investors?|venture capitalist)\b|投资人|投资家|投资者/i],
	['banker', /\bbanker\b|银行家/i]
];
const former =
	/\b(?:former(?:ly)?|ex-|once|retired|previously)\b|(?<![目从以之])前(?=任|首席|董事|总|主席|市长|部长|校长|局长|州长|CEO|CTO)|原(?=任|首席|董事|总裁|主席|市长)/i;
const later = /\b(?:later|future|then)\b|后来|日后/i;

const titlesIn = (text: string) => titles.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
/** Titles in a paragraph; only the beginning of a very long one is searched. */
const titlesOf = memoiseByObject(({ normal }: Paragraph) => titlesIn(normal.text.slice(0, 20_000)));

export function role(entry: Entry, { id, role, kind }: Actor): void {
	narrative(entry, role, { path: ['role'], actors: [id], title: true });
	if (kind !== 'person') return;
	const calling = sentencesNaming(entry, id);
	const there = new Set(calling.flatMap(({ text }) => titlesIn(text)));
	const near = new Set(entry.scopes.flatMap(({ paragraphs }) => paragraphs.flatMap(titlesOf)));
	for (const [language, text] of Object.entries(role ?? {})) {
		if (!isReadable(language) || calling.length === 0) continue;
		const said = titlesIn(text);
		const path = ['role', language];
		const strange = said.find((one) => !near.has(one));
		const { hit } = calling[0];
		if (strange && there.size && !said.some((one) => there.has(one)))
			entry.claim('name', path, text, {
				verdict: 'missing',
				...at(hit),
				message: `Paragraph ${hit.paragraph.number} calls them ${[...there].join(', ')}, not ${strange}.`
			});
		else if (strange && there.size)
			entry.claim('name', path, text, {
				verdict: 'missing',
				...at(hit),
				message: `The paragraphs cited call nobody ${strange}.`
			});
		else if (strange)
			entry.sense(path, text, [0, text.length], `The paragraphs cited call them nothing. Are they ${strange}?`);
		const known = said.filter((one) => there.has(one));
		const once = calling.some((one) => former.test(one.text));
		if (
			known.length === 1 &&
			said.length === 1 &&
			there.size === 1 &&
			!later.test(text) &&
			former.test(normal(text)) !== once
		)
			entry.claim('name', path, text, {
				verdict: 'missing',
				...at(hit),
				message: once
					? `Paragraph ${hit.paragraph.number} calls them a former ${known[0]}.`
					: `Paragraph ${hit.paragraph.number} does not say that they are a former ${known[0]}.`
			});
	}
}

/** The sentences in the cited paragraphs that name an actor. */
function sentencesNaming({ scopes, shared: { names } }: Entry, id: string): { text: string; hit: Hit }[] {
	return scopes.flatMap((scope) =>
		scope.paragraphs.flatMap((paragraph) => {
			const { text } = paragraph.normal;
			const found = names.find(id, text, mentionsOf(scope.library, names).saysWhole(id));
			if (!found) return [];
			const [start, end] = sentenceContaining(text, found.start, found.end, 60);
			return [{ text: text.slice(start, end), hit: { scope, paragraph, start: found.start, end: found.end } }];
		})
	);
}
