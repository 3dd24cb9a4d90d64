/** Sharing a View: embed code, the clipboard, the platform’s share sheet. Runs in a browser. */

const escape = (text: string) =>
	text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/**
 * @param address the address of the embedded page
 * @param height px
 * @returns HTML to paste into another page
 */
export function embedCode({ address, title, height }: { address: string; title: string; height: number }): string {
	return `<iframe src="${escape(address)}" title="${escape(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
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
