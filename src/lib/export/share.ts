/** Sharing a View: embed code, the clipboard, the platform’s share sheet. Runs in a browser. */
import { escapeHtml } from '../text/html.ts';

/**
 * The lines with the script of the site (src/embed), for a frame that is as high as what it shows.
 *
 * @param address absolute, of a View of the story’s page
 * @param path of the story’s page below the site’s base: `en/my-story`
 * @returns HTML to paste into another page
 */
export function embedCode({ address, path, title }: { address: string; path: string; title: string }): string {
	const at = address.lastIndexOf(`/${path}`, address.search(/[?#]|$/)) + 1;
	const [site, story] = [address.slice(0, at), address.slice(at)];
	return [
		`<script defer src="${escapeHtml(site)}embed.js"></script>`,
		`<throughline-timeline story="${escapeHtml(story)}">`,
		`<a href="${escapeHtml(address)}">${escapeHtml(title)}</a></throughline-timeline>`
	].join('\n');
}

/**
 * @param address absolute, of a View of the story’s page
 * @param height px
 * @returns HTML to paste into a page where no script may run
 */
export function frameCode({ address, title, height }: { address: string; title: string; height: number }): string {
	const embed = address.replace(/([?#]|$)/, '/embed$1');
	return `<iframe src="${escapeHtml(embed)}" title="${escapeHtml(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
}

/** Whether the platform has a share sheet. */
export const canShare = () => typeof navigator !== 'undefined' && typeof navigator.share === 'function';

export async function share(what: {
	title: string;
	text?: string;
	url: string;
}): Promise<'shared' | 'cancelled' | 'failed'> {
	try {
		await navigator.share(what);
		return 'shared';
	} catch (error) {
		return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed';
	}
}

/** @returns whether it was copied */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}

/**
 * @param png as a promise, since Safari accepts what is made after the click only in this form
 * @returns whether it was copied
 * @throws what the promise throws
 */
export async function copyImage(png: Promise<Blob>): Promise<boolean> {
	try {
		await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
		return true;
	} catch {
		await png;
		return false;
	}
}
