/** Accounts of a site elsewhere: how each network writes them, and their addresses. */
import type { Social } from './site.ts';

export const networks = ['mastodon', 'bluesky', 'x'] as const satisfies Social['network'][];

interface Network {
	/** Its name, for readers. */
	name: string;
	/** How an account is written, for editors. */
	form: string;
	/** @returns null for what is no account there */
	read: (written: string) => Pick<Social, 'handle' | 'url'> | null;
}

const host = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+';
const match = (source: string, text: string) => new RegExp(`^(?:${source})$`, 'i').exec(text);

export const accounts: Record<Social['network'], Network> = {
	mastodon: {
		name: 'Mastodon',
		form: '"@name@host" or its address, https://host/@name',
		read(written) {
			const named = match(`@?(\\w+(?:[\\w.-]*\\w)?)@(${host})`, written);
			const [name, server] = named
				? [named[1], named[2]]
				: (match(`https://(${host})/@(\\w+(?:[\\w.-]*\\w)?)/?`, written)?.slice(1).reverse() ?? []);
			return name ? { handle: `@${name}@${server}`, url: `https://${server}/@${name}` } : null;
		}
	},
	bluesky: {
		name: 'Bluesky',
		form: '"name.example.org" or its address, https://bsky.app/profile/name.example.org',
		read(written) {
			const name = match(`(?:@|https://bsky\\.app/profile/)?(${host})/?`, written)?.[1];
			return name ? { handle: `@${name}`, url: `https://bsky.app/profile/${name}` } : null;
		}
	},
	x: {
		name: 'X',
		form: '"@name" or its address, https://x.com/name',
		read(written) {
			const name = match('(?:@|https://(?:www\\.)?(?:x|twitter)\\.com/)?(\\w{1,15})/?', written)?.[1];
			return name ? { handle: `@${name}`, url: `https://x.com/${name}` } : null;
		}
	}
};
