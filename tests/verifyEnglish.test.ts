/** Verifies a story in English: the rules are not limited to one article or one language. */
import { describe, expect, it } from 'vitest';
import { parseStory } from '#lib/story/parse.ts';
import { SourceText } from '#lib/verify/source.ts';
import { reviewDigest } from '#lib/verify/digest.ts';
import { toJUnit } from '#lib/verify/junit.ts';
import { formatFinding, formatReport } from '#lib/verify/report.ts';
import { verifyStory } from '#lib/verify/verify.ts';
import { DOMParser } from '@xmldom/xmldom';

const source = `The harbour of Port Mary opened in early 1923, when 1,200 people lived there.

“We had nothing but the sea,” said Anna Bell, the first harbour master. She added that
the town was built on herring and on hope.

By the end of 1930 nearly 60% of the catch, some 4.5 million pounds, went abroad.
Two years later John Frost, the mayor, called the railway “a mixed blessing”.`;

const story = (change: (files: Record<string, string>) => void = () => {}) => {
	const files: Record<string, string> = {
		story: `title: { en: Port }\ndek: { en: A port. }\nabout: { en: One text. }\nlanguages: [en]\npublished: "2026"\nsides: [{ id: all, name: { en: All } }]\n`,
		sources: `- { id: paper, kind: article, description: { en: An article. }, language: en, published: "1950", basis: stated }\n`,
		actors: `- { id: bell, kind: person, side: all, name: { en: Anna Bell }, sources: [{ source: paper, paragraphs: [2] }] }
- { id: frost, kind: person, side: all, name: { en: John Frost }, sources: [{ source: paper, paragraphs: [3] }] }
- { id: town, kind: group, side: all, name: { en: Port Mary }, sources: [{ source: paper, paragraphs: [1] }] }
`,
		events: `- id: opening
  date: "1923-02~"
  basis: stated
  title: { en: The harbour opens }
  summary: { en: "Port Mary, a town of 1,200, gets its harbour in early 1923." }
  actors: [town]
  sources: [{ source: paper, paragraphs: [1], excerpt: harbour of Port Mary opened }]
`,
		quotes: `- id: sea
  date: "1923"
  basis: inferred
  from: { en: Told with the opening of 1923. }
  speaker: bell
  kind: direct
  language: en
  words: We had nothing but the sea
  context: { en: The first harbour master remembers. }
  sources: [{ source: paper, paragraphs: [2] }]
- id: herring
  date: "1923"
  basis: inferred
  from: { en: Told with the opening of 1923. }
  speaker: bell
  kind: reported
  language: en
  words: the town was built on herring and on hope
  context: { en: She goes on. }
  sources: [{ source: paper, paragraphs: [2] }]
- id: railway
  date: "1932"
  basis: inferred
  from: { en: The mayor speaks after the catch. }
  speaker: frost
  kind: term
  language: en
  words: a mixed blessing
  context: { en: The mayor on the railway. }
  sources: [{ source: paper, paragraphs: [3] }]
`,
		figures: `- id: catch
  date: "1930-12~"
  basis: stated
  title: { en: The catch }
  summary: { en: "Nearly 60% went abroad, 4.5 million pounds." }
  chart: share
  format: percent
  whole: { value: 100, qualifier: exactly, label: { en: the catch } }
  rows: [{ label: { en: Abroad }, value: 60, qualifier: nearly }]
  actors: [frost]
  sources: [{ source: paper, paragraphs: [3] }]
`,
		scenes: `- id: one
  heading: { en: Port }
  prose: { en: A town. }
  window: all
  cards: [event-opening, quote-sea, quote-herring, quote-railway, figure-catch]
  sources: [{ source: paper, paragraphs: [1, 2, 3] }]
`
	};
	change(files);
	const parsed = parseStory(
		'port',
		Object.entries(files).map(([name, text]) => ({ name: `${name}.yaml`, text }))
	);
	if (!parsed.story) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
	return parsed.story;
};
const text = new Map([['paper', new SourceText(source)]]);
const missing = (change?: (files: Record<string, string>) => void) =>
	verifyStory(story(change), text).findings.filter(({ verdict }) => verdict === 'missing');
const edit = (file: string, from: string, to: string) => (files: Record<string, string>) => {
	expect(files[file]).toContain(from);
	files[file] = files[file].replace(from, to);
};

it('has every claim', () => expect(missing()).toEqual([]));

describe('what is wrong is said, with what to write instead', () => {
	it.each([
		['quotes', 'nothing but the sea', 'nothing but a sea', /nearest there: We had nothing but the sea/],
		['quotes', 'We had nothing but the sea', 'We had nothing', /cut without saying so.*We had nothing but the sea/],
		['quotes', 'on herring and on hope', 'on herring', /cut in the middle of a clause/],
		['quotes', 'speaker: bell', 'speaker: frost', /seems to give the words to bell/],
		['quotes', 'kind: direct', 'kind: reported', /kind: direct/],
		['quotes', 'kind: reported', 'kind: direct', /Write kind: reported/],
		['quotes', '"1932"', '"1934"', /does not agree with .*Two years later/],
		['quotes', 'paragraphs: [2]', 'paragraphs: [1]', /stands in paragraph 2: cite that/],
		['events', '"1923-02~"', '"1924-02~"', /does not agree with early 1923/],
		['events', '1,200', '1,300', /Paragraph 1 has 1,200, but not 1,300/],
		['events', 'Mary opened', 'Marie opened', /nearest there/],
		['events', 'paragraphs: [1]', 'paragraphs: [9]', /The source has 3 paragraphs/],
		['figures', 'value: 60', 'value: 70', /not this/],
		['figures', 'qualifier: nearly', 'qualifier: over', /Write qualifier: nearly/],
		['figures', '4.5 million', '4.5', /4\.5 million pounds, but not 4\.5/]
	])('in %s: %s → %s', (file, from, to, message) => {
		expect(
			missing(edit(file, from, to))
				.map((one) => one.message)
				.join('\n')
		).toMatch(message);
	});
});

it('lets a cut be marked', () => {
	expect(missing(edit('quotes', 'We had nothing but the sea', 'We had nothing …'))).toEqual([]);
});

it('takes a person’s word where a program is wrong, and says so', () => {
	const other = edit('quotes', 'speaker: bell', 'speaker: frost');
	const digest = reviewDigest(story(other).quotes.find(({ id }) => id === 'sea')!);
	const review = `{ claim: speaker, of: frost, by: A. Reader, date: "2026-11-24", digest: "${digest}", why: { en: The recording has it. } }`;
	const both = (files: Record<string, string>) => {
		other(files);
		edit('quotes', 'kind: direct', `kind: direct\n  reviewed: [${review}]`)(files);
	};
	const speaker = verifyStory(story(both), text).findings.find(({ claim }) => claim === 'quotes[sea].speaker')!;
	expect(speaker.verdict).toBe('reviewed');
	expect(speaker.message).toContain('The recording has it.');
});

it('says that a source without a text cannot be checked', () => {
	const { counts, without, findings } = verifyStory(story(), new Map());
	expect(counts.missing + counts.found).toBe(0);
	expect(without).toEqual(['paper']);
	expect(findings.every(({ message }) => message?.includes('no text of paper'))).toBe(true);
});

describe('a source in a language that the rules do not know', () => {
	const italian =
		'Il porto di Port Mary aprì il 12 febbraio 1923.\n\nMille e duecento anime.\n\n«Solo il mare», disse Anna Bell. Fu il sindaco John Frost a parlarne.';
	const change = (files: Record<string, string>) => {
		files.sources = files.sources.replace('language: en', 'language: it');
		files.quotes = files.quotes
			.replace(/- id: herring[^]*$/, '')
			.replace('language: en', 'language: it')
			.replace('We had nothing but the sea', 'Solo il mare')
			.replace('paragraphs: [2]', 'paragraphs: [3]')
			.replace('context:', 'translation: { en: Only the sea }\n  context:');
		files.scenes = files.scenes.replace(', quote-herring, quote-railway', '');
		files.actors = files.actors.replace('[2]', '[3]');
		files.events = files.events.replace(', excerpt: harbour of Port Mary opened', '');
	};
	const { findings } = verifyStory(story(change), new Map([['paper', new SourceText(italian)]]));
	const of = (claim: string) => findings.find((one) => one.claim === claim)!;

	it('has its words, names and paragraphs checked; dates and numbers are left to a person, and that is said', () => {
		expect(findings.filter(({ verdict }) => verdict === 'missing')).toEqual([]);
		expect(of('quotes[sea].words').verdict).toBe('found');
		expect(of('quotes[sea].speaker').verdict).toBe('found');
		expect(of('figures[catch].rows[0].value')).toMatchObject({ verdict: 'unchecked' });
		expect(of('figures[catch].rows[0].value').message).toMatch(/in English and Chinese only/);
	});
});

describe('a report', () => {
	const report = verifyStory(story(edit('quotes', 'but the sea', 'but the <sea> & more')), text);
	const place = () => ({ file: 'quotes.yaml', line: 10, column: 3 });
	it('has a line a claim, and under what is not found where it is and what differs', () => {
		const finding = report.findings.find(({ verdict }) => verdict === 'missing')!;
		const lines = formatFinding(finding, place).split('\n');
		expect(lines[0]).toMatch(/^missing +quotes\[sea\]\.words/);
		expect(lines.join('\n')).toContain('in quotes.yaml:10:3');
		expect(lines.join('\n')).toMatch(/difference: .*\[-</);
		expect(formatReport(report)).toMatch(/\d+ claims: \d+ found, .*, 1 not found$/);
	});
	it('is well-formed JUnit, whatever the words', () => {
		const problems: string[] = [];
		const xml = new DOMParser({ onError: (_, message) => void problems.push(message) }).parseFromString(
			toJUnit(report, place),
			'text/xml'
		);
		expect(problems).toEqual([]);
		const suite = xml.getElementsByTagName('testsuite')[0];
		expect(Number(suite.getAttribute('tests'))).toBe(xml.getElementsByTagName('testcase').length);
		expect(suite.getAttribute('failures')).toBe('1');
		expect(xml.getElementsByTagName('failure')).toHaveLength(1);
		expect(xml.getElementsByTagName('testcase')[0].getAttribute('file')).toBe('quotes.yaml');
		expect(xml.getElementsByTagName('testcase')[0].getAttribute('line')).toBe('10');
	});
});
