import { homeLang, missingWords, siteHome } from '#lib/node/home.ts';

/** What a host answers where there is no page. */
export const load = () => ({
	product: missingWords(homeLang()).product,
	home: siteHome(),
	ui: missingWords(homeLang()).ui
});
