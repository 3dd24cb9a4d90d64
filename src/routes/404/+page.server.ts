import { homeLang, missingWords, siteHome } from '#lib/node/home.ts';

/** The data of the “not found” page. */
export const load = () => ({
	product: missingWords(homeLang()).product,
	home: siteHome(),
	ui: missingWords(homeLang()).ui
});
