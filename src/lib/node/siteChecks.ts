/** What site.yaml’s settings mean, and what its schema cannot say of them: files, contrast, languages, hosts. */
import { hexOf, lowContrasts, type LowContrast } from '../layout/contrast.ts';
import { themesOf, type Role, type SiteColours } from '../layout/palettes.ts';
import type { Path } from '../story/entries.ts';
import { parseProse, type Block } from '../story/prose.ts';
import { list, suggest } from '../story/messages.ts';
import { accounts, networks } from './accounts.ts';
import { imageProblem } from './images.ts';
import { licenceIds, licenceOf } from './licences.ts';
import { placeOf, type Analytics, type Site, type SiteFont } from './site.ts';
import type { SiteFile } from './siteSchema.ts';
import { fileProblem } from './fileProblem.ts';

type Report = (path: Path, message: string, at?: 'key' | 'value') => void;

/**
 * @param folder of the files that it names
 * @param report called with every problem, at its place
 * @returns the settings; of use only where nothing was reported
 */
export function checkSite(file: SiteFile, folder: string, report: Report): Partial<Site> {
	const { name, address, stories, languages } = file;
	return {
		folder,
		...(name && { name }),
		...(stories && { stories }),
		...(address && placeOf(new URL(address))),
		...(languages && { languages: checkLanguages(languages, report) }),
		...(file.colours && { colours: checkColours(file.colours, report) }),
		...(file.fonts && { fonts: checkFonts(file.fonts, folder, report) }),
		...(file.logo && { logo: checkLogo(file.logo, folder, report) }),
		...(file.footer && { footer: checkFooter(file.footer, report) }),
		...(file.licence && { licence: checkLicence(file.licence, report) }),
		...(file.social && { social: checkSocial(file.social, report) }),
		...(file.analytics && { analytics: checkAnalytics(file.analytics, folder, report) }),
		...(file.offline !== undefined && { offline: file.offline })
	};
}

function checkLanguages(languages: string[], report: Report): string[] {
	languages.forEach((tag, index) => {
		const canonical = canonicalOf(tag);
		if (canonical === null) report(['languages', index], `"${tag}" is no language; write BCP 47: en, zh-Hans`);
		else if (canonical !== tag) report(['languages', index], `"${tag}" is written otherwise; write ${canonical}`);
		else if (languages.indexOf(tag) < index)
			report(['languages', index], `"${tag}" stands here twice; leave one of them out`);
	});
	return languages;
}

function canonicalOf(tag: string): string | null {
	try {
		return Intl.getCanonicalLocales(tag)[0];
	} catch {
		return null;
	}
}

type Written = NonNullable<SiteFile['colours']>;

function checkColours(written: Written, report: Report): SiteColours {
	const colours: SiteColours = {};
	let readable = true;
	for (const theme of ['light', 'dark'] as const) {
		const own = Object.entries(written[theme] ?? {}).flatMap(([role, text]) => {
			if (text === undefined) return [];
			const hex = hexOf(text);
			if (hex) return [[role, hex]];
			readable = false;
			report(
				['colours', theme, role],
				`"${text}" is no opaque colour that can be read; write it as "#1c4480", "rgb(28, 68, 128)", "hsl(216, 64%, 31%)" or a CSS name`
			);
			return [];
		});
		if (written[theme]) colours[theme] = Object.fromEntries(own);
	}
	// What cannot be read would be taken for the default here.
	if (readable) for (const theme of ['light', 'dark'] as const) checkContrast(theme, colours, report);
	return colours;
}

const groundOf = ({ ground, on }: LowContrast) => (ground === 'print' ? 'white paper, in print,' : `${ground} ${on}`);

/** Each is reported at its own role, or at the ground that was given, or at the theme. */
function checkContrast(theme: 'light' | 'dark', colours: SiteColours, report: Report): void {
	const own = colours[theme];
	if (!own) return;
	for (const low of lowContrasts(themesOf(colours)[theme], theme === 'light')) {
		const { role, ground, colour, found, needed, nearest } = low;
		const given = [role, role === 'other' && 'ink2', ground].find((one): one is Role => !!one && one in own);
		// What is not given on a ground that is not given stands as designed.
		const place = given ? ['colours', theme, given] : ['colours', theme];
		const isDefault = given === role ? '' : ' (as it is by default)';
		const better = nearest
			? `write ${role}: "${nearest}"`
			: 'no colour can be seen on all of its grounds; make paper and raised lighter, or both darker';
		report(
			place,
			`${role} ${colour}${isDefault} on ${groundOf(low)} has a contrast of ${ratio(found)}, and ${role === 'ink3' ? 'edges and marks need' : 'text needs'} ${needed}:1; ${better}`
		);
	}
}

/** Rounded down, so that no ratio that is too small looks sufficient. */
const ratio = (found: number) => `${(Math.floor(found * 100) / 100).toFixed(2)}:1`;

function checkFonts(fonts: NonNullable<SiteFile['fonts']>, folder: string, report: Report): Site['fonts'] {
	const checked = (role: 'text' | 'headings'): SiteFont | undefined => {
		const font = fonts[role];
		if (typeof font !== 'object') return font;
		return font.map(({ file, weight = 400, style = 'normal' }, index) => {
			const problem = fileProblem(folder, file, ['.woff2', '.woff', '.ttf', '.otf']);
			if (problem) report(['fonts', role, index, 'file'], problem);
			return { file, weight: String(weight), style };
		});
	};
	const [text, headings] = [checked('text'), checked('headings')];
	return { ...(text && { text }), ...(headings && { headings }) };
}

function checkLogo(logo: NonNullable<SiteFile['logo']>, folder: string, report: Report): Site['logo'] {
	const files = typeof logo === 'string' ? { file: logo } : logo;
	for (const [key, file] of Object.entries(files)) {
		if (file === undefined) continue;
		const problem = fileProblem(folder, file, ['.svg', '.png']) ?? imageProblem(folder, file);
		if (problem) report(typeof logo === 'string' ? ['logo'] : ['logo', key], problem);
	}
	return files;
}

function checkFooter(footer: NonNullable<SiteFile['footer']>, report: Report): Record<string, Block[]> {
	const read = (text: string, path: Path): Block[] => {
		const { blocks, problems, links } = parseProse(text);
		for (const { message } of problems) report(path, message);
		for (const { ref } of links)
			report(path, `"#${ref}" is in a story, and the footer stands on every page; write a whole address: https://…`);
		return blocks;
	};
	if (typeof footer === 'string') return { '': read(footer, ['footer']) };
	return Object.fromEntries(Object.entries(footer).map(([lang, text]) => [lang, read(text, ['footer', lang])]));
}

function checkLicence(licence: NonNullable<SiteFile['licence']>, report: Report): Site['licence'] {
	if (typeof licence !== 'string') return licence;
	const known = licenceOf(licence);
	if (known) return known;
	const near = suggest(licence, licenceIds);
	const meant = near.length ? `did you mean ${list(near, 'or')}?` : `known are ${list(licenceIds, 'and')}.`;
	report(['licence'], `"${licence}" is no licence known here; ${meant} Or write its name and url: { name: …, url: … }`);
	return null;
}

function checkSocial(social: NonNullable<SiteFile['social']>, report: Report): Site['social'] {
	return networks.flatMap((network) => {
		const written = social[network];
		if (written === undefined) return [];
		const account = accounts[network].read(written);
		if (!account) report(['social', network], `"${written}" is no account there; write ${accounts[network].form}`);
		return account ? [{ network, ...account }] : [];
	});
}

function checkAnalytics(
	{ script, hosts = [], data = {}, embeds = false }: NonNullable<SiteFile['analytics']>,
	folder: string,
	report: Report
): Analytics {
	const origins = hosts.map((host, index) => {
		const url = URL.canParse(host) ? new URL(host) : null;
		const isHost = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
		if (!isHost || host.includes('*'))
			report(
				['analytics', 'hosts', index],
				`"${host}" is no host; write ${url && /^https?:$/.test(url.protocol) ? url.origin : 'https:// and its name: https://stats.example.org'}`
			);
		return url?.origin ?? '';
	});
	if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(script)) {
		const problem = fileProblem(folder, script, ['.js']);
		if (problem) report(['analytics', 'script'], problem);
	} else if (!/^https:\/\/[^\s/"'<>]/i.test(script) || !URL.canParse(script))
		report(
			['analytics', 'script'],
			`"${script}" is no address that can be loaded; write one that begins with https://`
		);
	else if (!origins.includes(new URL(script).origin))
		report(
			['analytics', 'script'],
			`readers would ask another host for it; name it: hosts: [${[...hosts, new URL(script).origin].join(', ')}]`
		);
	return { script, hosts: origins, data, embeds };
}
