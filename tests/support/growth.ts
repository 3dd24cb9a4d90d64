/** Work of different sizes for `npm run measure`: ten times as much should take about ten times as long. */
import { htmlToText } from '#lib/import/plain.ts';
import { readImport } from '#lib/import/read.ts';
import { SourceText } from '#lib/verify/source.ts';
import { verifyStory } from '#lib/verify/verify.ts';
import { large } from './largeSource.ts';

interface Work {
	what: string;
	/** In ascending order, each ten times the one before, in words and as a number. */
	sizes: [string, number][];
	/** @returns the work to be measured */
	prepare(size: number): () => unknown;
}

const verified = (text: string, { story } = large(1e5, 20, true)) => {
	return () => verifyStory(story, new Map([['long', new SourceText(text)]]));
};
const bytes: [string, number][] = [
	['50 kB', 5e4],
	['500 kB', 5e5],
	['5 MB', 5e6]
];

export const works: Work[] = [
	...[false, true].map((oneParagraph): Work => ({
		what: `verify, 2,000 claims, ${oneParagraph ? 'one endless paragraph' : 'paragraphs'}`,
		sizes: bytes.slice(1),
		prepare(size) {
			const { story, text } = large(size, 700, oneParagraph);
			return verified(text, { story, text, wrong: 0 });
		}
	})),
	{ what: 'verify, a line of digits', sizes: bytes, prepare: (size) => verified('7'.repeat(size)) },
	{ what: 'verify, a line of years', sizes: bytes, prepare: (size) => verified('2001年'.repeat(size / 7)) },
	{
		what: 'import, JSON on one line',
		sizes: [
			['1,000 events', 1e3],
			['10,000', 1e4],
			['100,000', 1e5]
		],
		prepare(size) {
			const events = Array.from({ length: size }, (_, n) => ({
				start_date: { year: 1000 + (n % 1000) },
				text: { headline: `Event ${n}`, text: `What <b>happened</b> then, ${n}.` }
			}));
			const text = JSON.stringify({ events });
			return () => readImport({ name: 'timeline.json', text });
		}
	},
	{
		what: 'HTML to text, tags',
		sizes: bytes.slice(0, 2),
		prepare: (size) => () => htmlToText('a <b>word</b> &amp; <i>more</i> '.repeat(size / 31))
	},
	{
		what: 'HTML to text, signs that open nothing',
		sizes: bytes.slice(0, 2),
		prepare: (size) => () => htmlToText('<'.repeat(size))
	}
];
