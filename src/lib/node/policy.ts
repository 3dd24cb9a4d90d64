/** What a page may load and run: only the site’s own files, the scripts in its head, and what the site names. */
import { createHash } from 'node:crypto';
import template from '../../app.html?raw';
import homeScript from '../../home.js?raw';
import { site } from './site.ts';

const ownScripts = [/<script>([^]*?)<\/script>/.exec(template)![1], homeScript];
const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const ownHashes = ownScripts.map(hashOf);

/**
 * Content-Security-Policy for the page’s head; `frame-ancestors` works only as a header of the host. Hosts are only
 * those of the site’s analytics: the one that its script comes from, and all that it may send to.
 * @param embedded whether the page is shown in a frame of another site
 */
export function policyOf(embedded: boolean): string {
	const { analytics } = site();
	const counts = analytics && (!embedded || analytics.embeds) ? analytics : null;
	const scripts = counts && URL.canParse(counts.script) ? [new URL(counts.script).origin] : [];
	return [
		"default-src 'self'",
		['script-src', "'self'", ...ownHashes, ...scripts].join(' '),
		...(counts?.hosts.length ? [['connect-src', "'self'", ...counts.hosts].join(' ')] : []),
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self' data:",
		"object-src 'none'",
		"base-uri 'self'",
		"form-action 'none'"
	].join('; ');
}
