/**
 * What a host sends beside each file: one table, served by `preview` and written by `build` in the forms that hosts read.
 */
import { policyOf } from './policy.ts';

type Headers = Record<string, string>;

/** Headers of the paths that a pattern matches: `:name` is one part of a path, `*` any text. */
interface Rule {
	path: string;
	headers: Headers;
}

const always = 'no-cache';
const forEver = 'public, max-age=31536000, immutable';

/** For every file. */
const common: Headers = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Permissions-Policy': 'camera=(), microphone=(), geolocation=()'
};

/** A page carries its policy itself; only who may frame it has to be said by the host. */
const page = (): Headers => ({
	'Content-Security-Policy': `${policyOf(false)}; frame-ancestors 'none'`,
	'Cache-Control': always
});

/** May be framed by anyone: without `frame-ancestors`, since its `*` leaves out pages opened as files. */
const embed = (): Headers => ({ 'Content-Security-Policy': policyOf(true), 'Cache-Control': always });

const pages = [
	'/',
	'/:page',
	'/:lang/:story',
	'/:lang/:story/explore',
	'/:lang/:story/quote-*',
	'/:lang/:story/scene-*'
];

/**
 * The addresses of pages are told from each other by their form, and no path has one header twice: some hosts would
 * join the values, others keep either.
 */
const rulesOfSite = (): Rule[] => [
	{ path: '/*', headers: common },
	...pages.map((path) => ({ path, headers: page() })),
	{ path: '/:lang/:story/embed', headers: embed() },
	// Names that change with their contents.
	...['/_app/immutable/*', '/site/*'].map((path) => ({ path, headers: { 'Cache-Control': forEver } }))
];

/** For files that no rule says it of. Hosts that read `_headers` do so by themselves. */
const otherwise: Headers = { 'Cache-Control': always };

const escaped = (text: string) => text.replace(/[.\\+?^${}()|[\]]/g, '\\$&');
const patternOf = (path: string) => new RegExp(`^${escaped(path).replace(/:\w+/g, '[^/]+').replaceAll('*', '.*')}$`);

/**
 * @param path of an address below the site’s base, such as `/en/my-story`
 * @returns the headers that go with it
 */
export const headersOf = (path: string): Headers =>
	Object.assign(
		{},
		otherwise,
		...rulesOfSite()
			.filter((rule) => patternOf(rule.path).test(path.replace(/(?<=.)\/$/, '')))
			.map(({ headers }) => headers)
	);

/**
 * @param base path of the site, '' or `/timelines`
 * @returns files for the site’s folder, by name
 */
export const hostFiles = (base: string): Record<string, string> => ({
	_headers: netlify(base),
	'vercel.json': vercel(base),
	'.htaccess': apache(base),
	// Otherwise GitHub Pages leaves out folders whose names begin with _.
	'.nojekyll': ''
});

/** `_headers`, for Netlify, Cloudflare Pages and others: https://docs.netlify.com/manage/routing/headers */
const netlify = (base: string) =>
	rulesOfSite()
		.map(({ path, headers }) => [`${base}${path}`, ...Object.entries(headers).map((pair) => `  ${pair.join(': ')}`)])
		.flat()
		.concat('')
		.join('\n');

/** `vercel.json`; of two values for one path the later one holds: https://vercel.com/docs/project-configuration */
const vercel = (base: string) =>
	`${JSON.stringify(
		{
			cleanUrls: true,
			trailingSlash: false,
			headers: [{ path: '/*', headers: otherwise }, ...rulesOfSite()].map(({ path, headers }) => ({
				source: base + path.replaceAll('*', '(.*)'),
				headers: Object.entries(headers).map(([key, value]) => ({ key, value }))
			}))
		},
		null,
		'\t'
	)}\n`;

/** `.htaccess` of Apache 2.4, with what the addresses without `.html` need: a story’s page stands beside its folder. */
function apache(base: string): string {
	const set = (headers: Headers, indent = '\t') =>
		Object.entries(headers)
			.map(([name, value]) => `${indent}Header always set ${name} "${value}"`)
			.join('\n');
	return `Options -Indexes -MultiViews
DirectorySlash Off
DirectoryIndex index.html
ErrorDocument 404 ${base}/404.html
AddType font/woff2 .woff2
AddType font/ttf .ttf
AddType application/manifest+json .webmanifest
AddDefaultCharset utf-8
<IfModule mod_rewrite.c>
	RewriteEngine On
${base && `	RewriteOptions AllowNoSlash\n	RewriteCond %{REQUEST_URI} =${base}\n	RewriteRule ^ ${base}/ [R=301,L]\n`}	RewriteCond %{REQUEST_FILENAME} ^(.+)/$
	RewriteCond %1.html -f
	RewriteRule ^(.+)/$ ${base}/$1 [R=301,L]
	RewriteCond %{REQUEST_FILENAME}.html -f
	RewriteRule ^ %{REQUEST_URI}.html [L]
</IfModule>
<IfModule mod_headers.c>
${set({ ...common, ...otherwise })}
	<FilesMatch "\\.html$">
${set(page(), '\t\t')}
	</FilesMatch>
	<FilesMatch "^embed\\.html$">
${set(embed(), '\t\t')}
	</FilesMatch>
	<If "%{REQUEST_URI} =~ m#/(_app/immutable|site)/#">
${set({ 'Cache-Control': forEver }, '\t\t')}
	</If>
</IfModule>
<IfModule mod_filter.c>
	<IfModule mod_deflate.c>
		AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json image/svg+xml
	</IfModule>
</IfModule>
`;
}
