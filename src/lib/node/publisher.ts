/**
 * Who publishes the site, for what is told to other programs: previews, structured data, feeds. What else site.yaml may
 * say of it (an account, a logo, a licence) is read here and nowhere else.
 */
import { addressOf, defaultName, site } from './site.ts';
import { assetUrl } from './siteFiles.ts';

export interface Publisher {
	/** Undefined where the site has no name of its own. */
	name?: string;
	/** Address of the front page. */
	url: string;
	/** Address of an image. */
	logo?: string;
	/** Address of the licence of the site’s own texts. */
	licence?: string;
	/** Account that previews name, such as `@example`. */
	handle?: string;
}

export function publisher(): Publisher {
	const { name, licence, social, logo } = site();
	return {
		...(name !== defaultName && { name }),
		url: addressOf('/'),
		logo: logo ? site().origin + assetUrl(logo.file) : undefined,
		licence: licence?.url,
		handle: social.find(({ network }) => network === 'x')?.handle
	};
}
