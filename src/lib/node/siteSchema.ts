/** The only definition of what may be written in site.yaml; checkSite knows what it cannot say. */
import { z } from 'zod';
import { roles, type Role } from '../layout/palettes.ts';
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
		.meta({ description: 'A script that counts visits. There is none by default, and none in throughline dev.' }),
	offline: z.boolean().optional().meta({
		description:
			'Whether a story that was read opens again without a network; true by default. With false, browsers remove what they kept.'
	})
});

/** JSON Schema (draft 2020-12), for completion in editors. */
export const siteJsonSchema = () => z.toJSONSchema(siteSchema, { io: 'input' });

/**
 * The content of site.yaml.
 * @interface
 */
export type SiteFile = z.infer<typeof siteSchema>;
