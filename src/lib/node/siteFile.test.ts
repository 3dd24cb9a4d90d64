import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { contrast } from '../layout/contrast.ts';
import { formatProblem } from '../story/parse.ts';
import { parseSite, readSite } from './siteFile.ts';
import { siteJsonSchema } from './siteSchema.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-site-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, text: string | Buffer) => {
	mkdirSync(join(folder, name, '..'), { recursive: true });
	writeFileSync(join(folder, name), text);
};
put('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10z"/></svg>');
put('fonts/ours.woff2', 'wOF2');
put('count.js', 'count()');

const problemsOf = (text: string) => parseSite(text, folder).problems.map(formatProblem);
const settingsOf = (text: string) => {
	const { settings, problems } = parseSite(text, folder);
	expect(problems.map(formatProblem)).toEqual([]);
	return settings;
};

describe('site.yaml', () => {
	it('sets nothing where it is empty or not there', () => {
		expect(parseSite('# nothing yet\n').site).toEqual({});
		expect(readSite(join(folder, 'fonts'))).toEqual({ site: {}, settings: {}, problems: [] });
	});

	it('says everything of a site', () => {
		expect(
			settingsOf(`
name: Ours
address: https://example.org/timelines/
stories: stories
languages: [zh-Hans, en]
colours: { light: { paper: white, blue: "rgb(0, 60, 120)" }, dark: { ink: "#EEE" } }
fonts:
  text: system-serif
  headings: [{ file: fonts/ours.woff2, weight: 400 700 }]
logo: logo.svg
footer: { en: Made *by hand*., zh-Hans: 手工制作。 }
licence: CC-BY-4.0
social: { mastodon: ada@example.social, bluesky: "@ada.example.org", x: https://twitter.com/ada }
analytics: { script: count.js, hosts: [https://stats.example.org], data: { site-id: "7" } }
`)
		).toEqual({
			folder,
			name: 'Ours',
			origin: 'https://example.org',
			base: '/timelines',
			stories: 'stories',
			languages: ['zh-Hans', 'en'],
			colours: { light: { paper: '#ffffff', blue: '#003c78' }, dark: { ink: '#eeeeee' } },
			fonts: {
				text: 'system-serif',
				headings: [{ file: 'fonts/ours.woff2', weight: '400 700', style: 'normal' }]
			},
			logo: { file: 'logo.svg' },
			footer: {
				en: [
					{
						type: 'paragraph',
						children: [
							{ type: 'text', text: 'Made ' },
							{ type: 'em', children: [{ type: 'text', text: 'by hand' }] },
							{ type: 'text', text: '.' }
						]
					}
				],
				'zh-Hans': [{ type: 'paragraph', children: [{ type: 'text', text: '手工制作。' }] }]
			},
			licence: { id: 'CC-BY-4.0', name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
			social: [
				{ network: 'mastodon', handle: '@ada@example.social', url: 'https://example.social/@ada' },
				{ network: 'bluesky', handle: '@ada.example.org', url: 'https://bsky.app/profile/ada.example.org' },
				{ network: 'x', handle: '@ada', url: 'https://x.com/ada' }
			],
			analytics: {
				script: 'count.js',
				hosts: ['https://stats.example.org'],
				data: { 'site-id': '7' },
				embeds: false
			}
		});
	});

	it('has a schema for completion with a description of every key', () => {
		const { properties } = siteJsonSchema() as { properties: Record<string, { description?: string }> };
		expect(Object.keys(properties)).toEqual(
			expect.arrayContaining(['name', 'colours', 'fonts', 'logo', 'footer', 'licence', 'social', 'analytics'])
		);
		for (const [key, { description }] of Object.entries(properties)) expect(description, key).toBeTruthy();
	});
});

describe('a mistake in site.yaml is told at its place, with what to write', () => {
	it.each([
		['name: Ours\ncolors: {}', '2:1 site.colors: unknown key "colors"; did you mean "colours"?'],
		['colours:\n  light: { ochr: red }', '2:12 site.colours.light.ochr: unknown key "ochr"; did you mean "ochre"?'],
		['logo: { fil: logo.svg }', '1:9 site.logo.fil: unknown key "fil"; did you mean "file"?'],
		['licence: { nam: Ours, url: https://a.b }', 'did you mean "name"?'],
		['fonts: { text: [{ file: fonts/ours.woff2, weigt: 400 }] }', 'did you mean "weight"?'],
		['colours:\n  light:\n    blue: #1c4480', '3:5 site.colours.light.blue: nothing stands here, since # begins'],
		['colours: { dark: { blue: bleu } }', '1:26 site.colours.dark.blue: "bleu" is no opaque colour'],
		['colours: { dark: { blue: "rgba(0,0,0,.5)" } }', 'is no opaque colour'],
		['languages: [en, zh-hans]', '1:17 site.languages[1]: "zh-hans" is written otherwise; write zh-Hans'],
		['languages: [en, en]', '"en" stands here twice'],
		['fonts: { text: system-serf }', 'did you mean "system-serif"?'],
		['fonts: { text: [{ file: fonts/our.woff2 }] }', 'did you mean fonts/ours.woff2?'],
		['fonts: { text: [{ file: logo.svg }] }', 'write one that ends with .woff2, .woff, .ttf or .otf'],
		['logo: ../logo.svg', '1:7 site.logo: "../logo.svg" is outside the folder of site.yaml'],
		['logo: /etc/passwd.svg', 'is outside the folder of site.yaml'],
		['logo: fonts', 'write one that ends with .svg or .png'],
		['logo: lgo.svg', 'no file "lgo.svg" in the folder of site.yaml; did you mean logo.svg?'],
		['footer: "# Ours"', '1:9 site.footer: '],
		['footer: { en: "[it](#event-it)" }', 'the footer stands on every page'],
		['licence: CC-BY-3.0', 'did you mean CC-BY-4.0?'],
		['licence: ours', 'Or write its name and url'],
		['social: { mastodon: ada }', '1:21 site.social.mastodon: "ada" is no account there; write "@name@host"'],
		['social: { x: "javascript:alert(1)" }', 'is no account there'],
		['analytics: { script: https://a.example/x.js }', 'name it: hosts: [https://a.example]'],
		['analytics: { script: "http://a.example/x.js" }', 'begins with https://'],
		['analytics: { script: count.js, hosts: ["https://*.example"] }', 'is no host'],
		['analytics: { script: count.js, hosts: ["https://a.example; x"] }', 'is no host'],
		['analytics: { script: count.js, hosts: [https://a.example/b] }', 'write https://a.example']
	])('%s', (text, message) => {
		const problems = problemsOf(text);
		expect(problems.join('\n')).toContain(message);
		expect(problems.length).toBe(1);
	});

	it.each([
		['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><script>1</script></svg>', 'holds a <script>'],
		['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" onload="x()"/>', 'holds onload="x()"'],
		[
			'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><image href="https://a.example/x.png"/></svg>',
			'holds href="https://a.example/x.png"'
		],
		['<svg xmlns="http://www.w3.org/2000/svg"/>', 'give its <svg> a viewBox'],
		['<html/>', 'cannot be read as SVG']
	])('a logo %s', (svg, message) => {
		put('bad.svg', svg);
		expect(problemsOf('logo: bad.svg')).toEqual([expect.stringContaining(message)]);
	});
});

describe('contrast', () => {
	it('is checked for every role on its grounds, and what is written instead passes', () => {
		const [problem, ...others] = problemsOf('colours:\n  light:\n    blue: "#8ab4ff"\n');
		expect(others).toEqual([]);
		expect(problem).toMatch(
			/^site\.yaml:3:11 site\.colours\.light\.blue: blue #8ab4ff on paper #faf6ee has a contrast of 1\.9\d:1, and text needs 4\.5:1; write blue: "#[0-9a-f]{6}"$/
		);
		const better = /write blue: "(#.{6})"/.exec(problem)![1];
		expect(contrast(better, '#faf6ee')).toBeGreaterThanOrEqual(4.5);
		expect(problemsOf(`colours: { light: { blue: "${better}" } }`)).toEqual([]);
	});

	it('of what is not given is told at the ground that is', () => {
		const problems = problemsOf('colours: { dark: { paper: "#888888" } }');
		expect(problems.length).toBeGreaterThan(5);
		for (const problem of problems) expect(problem).toContain('1:27 site.colours.dark.paper: ');
		expect(problems.join('\n')).toContain('ink2 #b9afa0 (as it is by default) on paper #888888');
	});

	it('holds in print too, on white', () => {
		const problems = problemsOf('colours: { light: { paper: "#000", raised: "#000", ink: "#fff" } }');
		expect(problems.join('\n')).toContain('ink #ffffff on white paper, in print,');
	});
});
