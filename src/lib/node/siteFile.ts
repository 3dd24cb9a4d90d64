/** The settings of the whole site: site.yaml, beside the folder of stories. It is optional. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { roles, type Role } from '../layout/palettes.ts';
import type { Path } from '../story/entries.ts';
import type { Problem } from '../story/parse.ts';
import { validated } from '../story/validate.ts';
import { dig, maxBytes, YamlFile } from '../story/yamlFile.ts';
import { siteFileName, type Site } from './site.ts';
import { checkSite } from './siteChecks.ts';
import { textStackNames } from './textStacks.ts';

const words = z.string().trim().min(1);
const language = z
	.string()
	.regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
	.meta({ description: 'A language as BCP 47, e.g. "en" or "zh-Hans".' });
const file = words.meta({ description: 'A file in the folder of site.yaml, or below it: "brand/logo.svg".' });

const colour = words.optional();
const says: Record<Role, string> = {
	paper: 'The ground of pages and pictures.',
	raised: 'The ground of cards, panels and fields.',
	ink: 'Text.',
	ink2: 'Secondary text.',
	ink3: 'Edges of buttons and fields, and the axis.',
	rule: 'Fine lines between parts.',
	blue: 'The first side of a story that names no colour.',
	vermilion: 'The second side.',
	green: 'The third side.',
	violet: 'The fourth side.',
	ochre: 'The fifth side.',
	other: 'What stands on no side; as ink2 by default.'
};
const colours = z
	.strictObject(
		Object.fromEntries(roles.map((role) => [role, colour.meta({ description: says[role] })])) as Record<
			Role,
			typeof colour
		>
	)
	.optional();

const face = z.strictObject({
	file: file.meta({ description: 'WOFF2, WOFF, TrueType or OpenType, in the folder of site.yaml or below it.' }),
	weight: z
		.union([z.int().min(1).max(1000), z.string().regex(/^\d{1,4} \d{1,4}$/)])
		.optional()
		.meta({ description: '400 by default; "400 700" for a variable font.' }),
	style: z.enum(['normal', 'italic']).optional()
});
const fonts = z.union([z.enum(textStackNames), z.array(face).min(1)]).optional();

const handle = words.optional();

export const siteSchema = z.strictObject({
	name: words.max(80).optional().meta({
		description: 'Of the site, as it stands on every page: "Timelines". Throughline by default.'
	}),
	address: z
		.url({ protocol: /^https?$/ })
		.optional()
		.meta({
			description:
				'Where the site will stand, with the path if it is not the whole host: "https://example.org/timelines".'
		}),
	stories: words.optional().meta({ description: 'Folder of the stories, "data" by default.' }),
	languages: z.array(language).min(1).optional().meta({
		description:
			'Languages that the front page is offered in; the first is the one of readers whose own is not among them. By default those of the stories, and of the interface. Stories are built in all of theirs.'
	}),
	colours: z.strictObject({ light: colours, dark: colours }).optional().meta({
		description:
			'By role: hex, rgb(), hsl() or a name, in quotation marks. A role that is not given keeps its colour. Text has to differ from its ground by 4.5:1, marks by 3:1.'
	}),
	fonts: z
		.strictObject({
			text: fonts.meta({ description: 'Of prose, quotations and cards: a stack of system fonts, or files.' }),
			headings: fonts.meta({ description: 'Of titles and headings; as text by default.' })
		})
		.optional()
		.meta({ description: 'Of what is read. Labels and pictures keep their faces, which their words are measured in.' }),
	logo: z
		.union([
			file,
			z.strictObject({
				file,
				dark: file.optional().meta({ description: 'The logo on dark ground.' }),
				icon: file.optional().meta({ description: 'For the browser’s tab; the logo by default.' })
			})
		])
		.optional()
		.meta({ description: 'SVG or PNG, shown in place of the name.' }),
	footer: z
		.union([words, z.record(language, words)])
		.optional()
		.meta({ description: 'Markdown at the foot of every page, in each language: { en: …, zh-Hans: … }, or one text.' }),
	licence: z
		.union([words, z.strictObject({ name: words, url: z.url({ protocol: /^https?$/ }) })])
		.optional()
		.meta({ description: 'Of the stories: an SPDX identifier such as CC-BY-4.0, or a name and a url.' }),
	social: z.strictObject({ mastodon: handle, bluesky: handle, x: handle }).optional().meta({
		description: 'Whose site it is: mastodon "@name@host", bluesky "name.example.org", x "@name".'
	}),
	analytics: z
		.strictObject({
			script: words.meta({
				description: 'A file in the folder of site.yaml, or an address that begins with https://.'
			}),
			hosts: z.array(words).min(1).optional().meta({
				description: 'Every other host that the script comes from or sends to: "https://stats.example.org".'
			}),
			data: z
				.record(z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/), z.string())
				.optional()
				.meta({ description: 'Attributes of the script’s element: domain becomes data-domain.' }),
			embeds: z.boolean().optional().meta({ description: 'Whether embedded timelines have it too; false by default.' })
		})
		.optional()
		.meta({ description: 'A script that counts visits. There is none by default, and none in throughline dev.' })
});

/** JSON Schema (draft 2020-12), for completion in editors. */
export const siteJsonSchema = () => z.toJSONSchema(siteSchema, { io: 'input' });

/**
 * The content of site.yaml.
 * @interface
 */
export type SiteFile = z.infer<typeof siteSchema>;

export interface ReadSite {
	/** The settings as written; null where something is to be corrected. */
	site: SiteFile | null;
	/** What they mean for the site: everything that site.yaml can say of it. */
	settings: Partial<Site>;
	problems: Problem[];
}

/**
 * Reads the text of a site.yaml.
 *
 * @param text null where the file is too large to read
 * @param folder of the files that it names
 * @returns its settings, or each problem with its line and column
 */
export function parseSite(text: string | null, folder = '.'): ReadSite {
	const problems: Problem[] = [];
	const yaml = new YamlFile(text, ([line, column], message) =>
		problems.push({ file: siteFileName, line, column, path: '', message })
	);
	// An empty file sets nothing.
	if (yaml.readable && yaml.value === null) return { site: {}, settings: {}, problems };
	const report = (path: Path, message: string, at?: 'key' | 'value') => {
		const place = { file: siteFileName, path, at };
		const [line, column] = yaml.position(place);
		problems.push({ file: siteFileName, line, column, path: yaml.name(place), message });
	};
	const site = validated(yaml, siteFileName, siteSchema, [], ({ path, at }, message) =>
		report(path, isComment(path, yaml) ? aComment : message, at)
	);
	const settings = site ? checkSite(site, folder, report) : {};
	problems.sort((a, b) => a.line - b.line || a.column - b.column);
	return problems.length ? { site: null, settings: {}, problems } : { site, settings, problems };
}

/** A hex colour without quotation marks is a comment in YAML. */
const isComment = (path: Path, yaml: YamlFile) =>
	path[0] === 'colours' && path.length === 3 && dig(yaml.value, path) === null;
const aComment = 'nothing stands here, since # begins a comment; put the colour into quotation marks: "#1c4480"';

/** @returns the contents of site.yaml in a folder; empty settings where there is none */
export function readSite(folder: string): ReadSite {
	const path = join(folder, siteFileName);
	if (!existsSync(path)) return { site: {}, settings: {}, problems: [] };
	return parseSite(statSync(path).size > maxBytes ? null : readFileSync(path, 'utf8'), folder);
}
