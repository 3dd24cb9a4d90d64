/** The smallest valid story in two languages, as the texts of its files. */

export interface StoryFile {
	name: string;
	text: string;
}

type SmallFile = 'story' | 'actors' | 'events' | 'quotes' | 'figures' | 'scenes' | 'sources';

const texts: Record<SmallFile, string> = {
	story: `title: { en: Small, zh-Hans: 小 }
dek: { en: A small story., zh-Hans: 一个小故事。 }
about:
  en: |
    It rests on one source.
  zh-Hans: |
    它只有一个来源。
languages: [en, zh-Hans]
published: 2025-06
sides:
  - id: west
    name: { en: West, zh-Hans: 西 }
    lane: left
  - id: east
    name: { en: East, zh-Hans: 东 }
    lane: right
`,
	actors: `- id: acme
  kind: company
  side: west
  name: { en: Acme, zh-Hans: 顶点 }
  sources: [{ source: paper }]
- id: mei
  kind: person
  side: east
  name: { en: Mei, zh-Hans: 梅 }
  role: { en: Founder, zh-Hans: 创始人 }
  sources: [{ source: paper }]
`,
	events: `- id: launch
  date: 2022-11-30
  basis: stated
  title: { en: Launch, zh-Hans: 发布 }
  summary: { en: It opened., zh-Hans: 它开放了。 }
  actors: [acme]
  sources: [{ source: paper, paragraphs: [1] }]
- id: reply
  date: 2024-01/2024-03
  basis: inferred
  from: { en: The next sentence., zh-Hans: 下一句。 }
  title: { en: Reply, zh-Hans: 回应 }
  summary: { en: Mei answered., zh-Hans: 梅回应了。 }
  actors: [mei, acme]
  importance: 5
  sources: [{ source: paper, pages: '12' }]
`,
	quotes: `- id: mei-words
  date: '2024'
  basis: stated
  speaker: mei
  kind: direct
  language: zh-Hans
  words: 我们来了。
  translation: { en: We are here. }
  context: { en: Mei said so in a talk., zh-Hans: 梅在一次演讲中这样说。 }
  about: [reply]
  sources: [{ source: paper }]
- id: acme-terms
  date: '2024'
  basis: stated
  speaker: acme
  kind: term
  language: en
  words: [open, cheap]
  translation: { zh-Hans: [开放, 便宜] }
  context: { en: Acme uses two words., zh-Hans: 顶点用了两个词。 }
  sources: [{ source: paper }]
`,
	figures: `- id: parts
  date: 2024-06
  basis: stated
  title: { en: Parts, zh-Hans: 份额 }
  summary: { en: Who has how much., zh-Hans: 各占多少。 }
  chart: share
  format: percent
  whole: { value: 100, label: { en: All, zh-Hans: 全部 } }
  rows:
    - label: { en: Acme, zh-Hans: 顶点 }
      value: 60
      actor: acme
    - label: { en: Others, zh-Hans: 其他 }
      value: 40
  actors: [acme]
  sources: [{ source: paper }]
`,
	scenes: `- id: opening
  heading: { en: Opening, zh-Hans: 开端 }
  prose:
    en: |
      It began with the [launch](#event-launch).

      Then came *others*.
    zh-Hans: |
      一切始于[发布](#event-launch)。
  window: 2022/2023
  cards: [event-launch]
  sources: [{ source: paper }]
- id: closing
  heading: { en: Closing, zh-Hans: 尾声 }
  prose:
    en: All of it.
    zh-Hans: 全部。
  window: all
  cards: [event-reply, quote-mei-words, quote-acme-terms, figure-parts]
  lights: [event-launch]
  sources: [{ source: paper }]
`,
	sources: `- id: paper
  kind: article
  title: { en: A paper, zh-Hans: 一篇文章 }
  description: { en: An article., zh-Hans: 一篇报道。 }
  authors: [{ name: Ann }]
  language: en
  published: 2025-05-01
  url: https://example.org/paper
`
};

/** `overrides` replaces whole files, or parts of one: `{ events: [['date: 2022-11-30', 'date: soon']] }`. */
export type Overrides = Partial<Record<SmallFile, string | [find: string, replacement: string][]>>;

export function smallStory(overrides: Overrides = {}): StoryFile[] {
	return (Object.keys(texts) as SmallFile[]).map((file) => {
		const override = overrides[file] ?? [];
		if (typeof override === 'string') {
			return { name: `${file}.yaml`, text: override };
		}
		const text = override.reduce((before, [find, replacement]) => {
			if (!before.includes(find)) {
				throw new Error(`${file}.yaml of the small story holds no "${find}"`);
			}
			return before.replace(find, () => replacement);
		}, texts[file]);
		return { name: `${file}.yaml`, text };
	});
}
