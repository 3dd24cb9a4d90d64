/** The address of a frame, from the attributes of its element. Every value is untrusted: a page may take it from anywhere. */

/** Attributes that choose what the frame shows; its address has parameters of the same names. */
export const choices = ['range', 'actors', 'card', 'theme'] as const;

/**
 * @param site address of the site, with a slash at its end
 * @param attribute returns the value of an attribute
 * @returns the address; or what to write instead, where `story` is no story of the site
 */
export function frameAddress(site: URL, attribute: (name: string) => string | null): URL | string {
	const wanted = attribute('story') ?? '';
	const page = URL.canParse(wanted, site) ? new URL(wanted, site) : site;
	// Without the address of the site: language and story.
	const path = page.href.startsWith(site.href) ? page.pathname.slice(site.pathname.length) : '';
	const found = /^([^/]+\/[^/]+?)(\/embed)?(\.html)?\/?$/.exec(path);
	if (!found)
		return `throughline-timeline: story="${wanted}" is no story of ${site}; write language/story, such as story="en/my-story"`;
	const address = new URL(`${found[1]}/embed${page.search}${page.hash}`, site);
	for (const name of choices) {
		const value = attribute(name);
		if (value) address.searchParams.set(name, value.replace(/\s/g, ''));
	}
	address.searchParams.set('height', 'auto');
	return address;
}
