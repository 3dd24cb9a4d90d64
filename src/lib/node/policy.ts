/** What a page may load and run: only the site’s own files, and the scripts in its head. */
import { createHash } from 'node:crypto';
import template from '../../app.html?raw';
import homeScript from '../../home.js?raw';

const ownScripts = [/<script>([^]*?)<\/script>/.exec(template)![1], homeScript];
const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** Content-Security-Policy for the page’s head; `frame-ancestors` works only as a header of the host. */
export const policy: string = [
	"default-src 'self'",
	`script-src 'self' ${ownScripts.map(hashOf).join(' ')}`,
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"font-src 'self' data:",
	"object-src 'none'",
	"base-uri 'self'",
	"form-action 'none'"
].join('; ');
