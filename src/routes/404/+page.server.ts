import { homeLang, missingWords, siteHome } from '#lib/node/home.ts';

/** The data of the “not found” page. */
export const load = () => ({ ...missingWords(homeLang()), home: siteHome() });
