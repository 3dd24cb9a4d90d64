/** A long source, and a story that cites it with one in ten quotations wrong. */
import { parseDate } from '#lib/story/date.ts';
import type { Story } from '#lib/story/model.ts';

const syllables = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏云腾致雨露结为霜金生丽水玉出昆冈';
const span = (text: string) => {
	const read = parseDate(text);
	if ('problem' in read) throw new Error(read.problem);
	return read.date;
};

/** Deterministic, so that a slow run can be repeated. */
function random(seed: number) {
	let state = seed;
	// mulberry32
	return (below: number) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	};
}

/** A story and the text that it cites. @param bytes size of the text @param quotations each from its own paragraph */
export function large(bytes: number, quotations: number, oneParagraph: boolean) {
	const next = random(7);
	const phrase = (length: number) => Array.from({ length }, () => syllables[next(syllables.length)]).join('');
	const paragraphs: string[] = [];
	const quotes: Story['quotes'] = [];
	let size = 0;
	while (size < bytes) {
		const words = phrase(24);
		const text = `${2000 + next(25)}年${1 + next(12)}月，第${paragraphs.length}号人物说“${words}”，${phrase(300)}，共${next(1e6)}人。`;
		paragraphs.push(text);
		size += new TextEncoder().encode(text).length;
		const number = oneParagraph ? 1 : paragraphs.length;
		if (quotes.length < quotations) {
			const wrong = quotes.length % 10 === 9;
			quotes.push({
				id: `q${quotes.length}`,
				date: text.slice(0, 4),
				span: span(text.slice(0, 4)),
				basis: 'stated',
				speaker: 'somebody',
				kind: 'direct',
				language: 'zh-Hans',
				words: wrong ? words.slice(0, 11) + '错' + words.slice(12) : words,
				context: { 'zh-Hans': '一句话' },
				about: [],
				actors: [],
				sources: [{ source: 'long', paragraphs: [number] }]
			});
		}
	}
	const story = {
		slug: 'large',
		languages: ['zh-Hans'],
		events: [],
		figures: [],
		scenes: [],
		quotes,
		actors: [
			{ id: 'somebody', kind: 'person', side: 'all', name: { 'zh-Hans': '号人物' }, sources: [{ source: 'long' }] }
		],
		sources: [{ id: 'long', kind: 'book', description: { 'zh-Hans': '长' }, authors: [], language: 'zh-Hans' }]
	} as unknown as Story;
	return {
		story,
		text: paragraphs.join(oneParagraph ? '' : '\n'),
		wrong: quotes.filter((_, i) => i % 10 === 9).length
	};
}
