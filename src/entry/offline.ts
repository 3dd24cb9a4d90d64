/** Has the story kept for reading without a network, and tells of a newer version than the one shown. */
import type { LocalStory } from '#lib/view/local.ts';

export interface Shown {
	base: string;
	story: Pick<LocalStory, 'lang' | 'slug' | 'ui'>;
}

/** Only for pages of a built site (node/offlineLists.ts), where the browser can do it and the reader spares no data. */
export function keepOffline({ base, story: { lang, slug, ui } }: Shown): void {
	const { serviceWorker, connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
	const version = document.querySelector<HTMLMetaElement>('meta[name=throughline-version]')?.content;
	if (!version || !serviceWorker || connection?.saveData || top !== self) return;
	const home = `${base}/${lang}/${slug}`;
	const ask = async () => (await serviceWorker.ready).active?.postMessage({ home, version });
	let told = false;
	serviceWorker.addEventListener('message', async ({ data }) => {
		if (data.newer !== home || told) return;
		told = true;
		(await import('./newer.ts')).tellOfNewer(ui);
	});
	const begin = () =>
		// Refused where the reader lets sites keep nothing.
		serviceWorker.register(`${base}/service-worker.js`).then(ask, () => {});
	// The page comes first: what is kept loads when it has loaded and is idle, or does not become idle.
	const soon = () =>
		'requestIdleCallback' in globalThis ? requestIdleCallback(begin, { timeout: 5000 }) : setTimeout(begin, 5000);
	if (document.readyState === 'complete') soon();
	else addEventListener('load', soon);
	addEventListener('online', ask);
}
