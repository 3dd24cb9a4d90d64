/** Finds the quotations in a text, and to whom the text attributes words. */
import type { NameFound } from './names.ts';

const pairs: Record<string, string> = { '“': '”', '„': '“', '«': '»', '»': '«', '「': '」', '『': '』', '〝': '〞' };

/**
 * The text between quotation marks, including nested ones: [start, end) without the marks, in UTF-16 units of the
 * original text. Straight marks open and close alternately; single marks count only where they cannot be apostrophes.
 */
export function quotations(text: string): [number, number][] {
	const found: [number, number][] = [];
	const open: { close: string; at: number }[] = [];
	/** Indexes in `open` by closing mark, so that a mark that closes nothing needs no search. */
	const waiting = new Map<string, number[]>();
	const push = (close: string, at: number) => {
		const places = waiting.get(close) ?? [];
		waiting.set(close, places);
		places.push(open.length);
		open.push({ close, at });
	};
	for (let at = 0; at < text.length; at++) {
		const mark = text[at];
		const last = waiting.get(mark)?.at(-1) ?? -1;
		if (last >= 0 && !(mark === '’' && /\p{L}/u.test(text[at + 1] ?? ''))) {
			found.push([open[last].at, at]);
			while (open.length > last) waiting.get(open.pop()!.close)!.pop();
		} else if (mark === '"') push('"', at + 1);
		else if (mark in pairs) {
			// »…« in German, «…» in French: the character before shows which of the two opens.
			if (mark !== '»' || !/[\p{L}\p{N}.,!?]/u.test(text[at - 1] ?? '')) push(pairs[mark], at + 1);
			if (mark === '„') push('”', at + 1);
		} else if (mark === '‘') push('’', at + 1);
	}
	return found.sort(([a], [b]) => a - b);
}

const verb =
	/说|上书|写信|请求|要求|敦促|称|表示|直言|坦言|指出|认为|透露|宣布|写道|强调|承认|回应|评价|呼吁|警告|自吹|吹嘘|迎来|证实|认定|发表|发文|发帖|断言|预言|质问|感叹|谈到|介绍|\b(?:sa(?:id|ys?)|call(?:s|ed)|told|tells|wr(?:o|i)tes?|argue[sd]?|add(?:s|ed)|claim(?:s|ed)|warn(?:s|ed)|note[sd]|declare[sd]|insist(?:s|ed)|announce[sd]|in the words|according to|put it|describe[sd]|named?|quip(?:s|ped)|reply|replie[sd]|recall(?:s|ed)|post(?:s|ed))\b/i;
const object = /[为对向给把将跟替被]$|\b(?:to|for|with|by|about|of) $/i;
/** UTF-16 units before a name that are searched for those words. */
const objectReach = 12;
/** Somebody who is asked is not the speaker. */
const asked = /(?:请求|要求|敦促|呼吁)$/;
const title =
	/^[^,.;:!?"]{0,3}(?:CEO|CTO|首席|创始|董事长|总裁|总统|主席|总经理|执行官|前|'s |chief|founder|head|boss|president|chair)/i;
const person = /^(?:他们?|她们?|he|she|they)/i;
const thing = /^(?:其|它们?|该|it|its)/i;
const he = /(?:^|[^其吉])(?:他|她)(?!们|国|人|者|方)|\b(?:he|she|his|her)\b/i;
/** 称其为: what is called so is not the speaker. */
const it = /(?:^|[^尤极称叫视把将让使对])其(?![中他实])|它|\b(?:it|its|they|their)\b/i;

/** The normal form has no spaces after a sentence: “…he said.Anna Bell disagreed.” */
const sentenceEnd =
	/(?:[!?]|(?<!\b\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr))\.)(?=["')]*(?:\s|$|[\p{sc=Han}"]|["'(]?\p{Lu}))/gu;
/** “…”, he said. */
const pronounAfter =
	/^(?:(?:he|she|they|it)\b(?! (?:who|that|is|was)\b)|(?:said|says|added|replied|asked|wrote|warned|recalled|explained|went on) (?:he|she|they)\b|[他她]们?(?:说|表示|写道|补充|回答|回忆))/i;
/** How many sentences back to look for the person that a pronoun stands for. */
const memory = 4;

/** [start, end) of the sentence around an offset, and of the sentence before. */
function sentences(text: string, from: number): { start: number; before: [number, number] } {
	const ends = [...text.slice(0, from).matchAll(sentenceEnd)].map(({ index }) => index + 1);
	const start = ends.at(-1) ?? 0;
	return { start, before: [ends.at(-2) ?? 0, start] };
}

/**
 * Who acts in a stretch of text: the first name that is not an object, skipping the company in a person’s title
 * (“Nvidia CEO Jensen Huang”) and a country that only says where somebody is from.
 */
function subject(names: readonly NameFound[], text: string): NameFound | null {
	for (let i = 0; i < names.length; i++) {
		const [name, next] = [names[i], names[i + 1]];
		const left = text.slice(Math.max(0, name.start - objectReach), name.start);
		if (object.test(left) && next) continue;
		if (asked.test(left)) continue;
		if (next && next.start - name.end < 30) {
			const between = text.slice(name.end, next.start);
			if (next.actor.memberOf === name.actor.id && !/[,.;]/.test(between)) continue;
			if (title.test(between)) continue;
			if (name.actor.kind === 'government' && between.length < 16 && !/[,.;:]/.test(between)) continue;
		}
		return name;
	}
	return null;
}

/**
 * To whom a text attributes the words at [from, to), by rules of thumb that hold for plain reporting: a clause with a
 * verb of saying, a pronoun and its antecedent, a name after the words, the subject of the sentence.
 * @param text in normal form
 * @param names everybody named in it
 * @returns null if the rules find nobody
 */
export function speakerOf(text: string, from: number, to: number, names: readonly NameFound[]): NameFound | null {
	const outside = names.filter(({ start, end }) => end <= from || start >= to);
	const { start, before } = sentences(text, from);
	const head = text.slice(start, from).replace(/["',:\s]+$/, '');
	const inside = (a: number, b: number) => outside.filter((name) => name.start >= a && name.end <= b);
	const who = (a: number, b: number) => subject(inside(a, b), text);

	const antecedent = (pronoun: 'he' | 'it') => {
		const earlier = inside(...before);
		const kinds = pronoun === 'he' ? ['person'] : ['company', 'group', 'government'];
		const fitting = earlier.filter(({ actor }) => kinds.includes(actor.kind));
		return pronoun === 'he' ? fitting[0] : (fitting.at(-1) ?? null);
	};

	// Clauses of the sentence before the words, the nearest first.
	const bounds = [start, ...[...head.matchAll(/[,;:]/g)].map(({ index }) => start + index + 1), start + head.length];
	let said = false;
	for (let i = bounds.length - 2; i >= 0; i--) {
		const [a, b] = [bounds[i], bounds[i + 1]];
		const clause = text.slice(a, b);
		const nearest = i === bounds.length - 2;
		if (!(said ||= verb.test(clause)) && !(nearest && /-$/.test(clause.trim()))) continue;
		const name = who(a, b);
		if (name) return name;
		const bare = clause.trim();
		if (person.test(bare) || he.test(clause)) return antecedent('he') ?? null;
		if (thing.test(bare) || it.test(clause)) return antecedent('it') ?? null;
	}
	/** The only person in the last sentence before a position that names any; null if it names several. */
	const lastPerson = (before: number): NameFound | null => {
		const ends = [0, ...[...text.slice(0, before).matchAll(sentenceEnd)].map(({ index }) => index + 1), before];
		for (let i = ends.length - 2; i >= Math.max(0, ends.length - 2 - memory); i--) {
			const people = inside(ends[i], ends[i + 1]).filter(({ actor }) => actor.kind === 'person');
			const one = people.every(({ actor }) => actor.id === people[0].actor.id);
			if (people.length) return one ? people[0] : null;
		}
		return null;
	};

	// “…”, said X.
	if (head.trim() === '') {
		const rest = text.slice(to).search(sentenceEnd);
		const after = text.slice(to).match(/^[",.!?'\s]*/)![0].length;
		const end = text
			.slice(to + after)
			.matchAll(sentenceEnd)
			.next().value?.index;
		if (pronounAfter.test(text.slice(to + after, to + after + 24))) return lastPerson(from);
		const found = who(to, end === undefined ? text.length : to + after + end);
		if (found || rest < 0) return found;
	}
	const opening = text.slice(start, from).trim();
	if (person.test(opening)) return antecedent('he') ?? null;
	if (thing.test(opening)) return antecedent('it') ?? null;
	return who(start, from);
}
