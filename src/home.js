// Runs in the head of the front page, before anything is drawn (node/home.ts). From the address without a language it
// goes to one of the page’s alternates: the language chosen in the bar, else the best match for the browser’s. They may
// name another host than the one that serves the page (a preview): only their paths count. Without storage, a choice
// lasts only while its address is used.
{
	const key = 'throughline-language';
	/** @type {NodeListOf<HTMLLinkElement>} */
	const links = document.querySelectorAll('link[hreflang]');
	const pages = new Map([...links].map(({ hreflang, href }) => [hreflang, new URL(href)]));
	const here = pages.get('x-default');
	pages.delete('x-default');

	/** zh, zh-CN and zh-Hans-SG are zh-Hans; zh-TW is zh-Hant. @param {string} tag */
	const parts = (tag) => {
		try {
			const { language, script } = new Intl.Locale(tag).maximize();
			return [language, script];
		} catch {
			return [];
		}
	};
	/** @param {readonly string[]} wanted */
	const best = (wanted) => {
		for (const tag of wanted) {
			const [language, script] = parts(tag);
			const own = [...pages.keys()].filter((one) => language && parts(one)[0] === language);
			const found = own.find((one) => one === tag) ?? own.find((one) => parts(one)[1] === script) ?? own[0];
			if (found) return found;
		}
		return '';
	};

	let chosen = '';
	try {
		chosen = localStorage.getItem(key) ?? '';
	} catch {
		// Without storage, no choice was kept.
	}
	if (here?.pathname === location.pathname) {
		const tag = best([chosen, ...(navigator.languages ?? [])]);
		if (tag && tag !== document.documentElement.lang)
			location.replace(pages.get(tag)?.pathname + location.search + location.hash);
	}

	document.addEventListener('click', ({ target }) => {
		/** @type {HTMLAnchorElement | null} */
		const link = target instanceof Element ? target.closest('nav a[hreflang]') : null;
		if (!link) return;
		// Keeps the theme in the address.
		link.search = location.search;
		try {
			localStorage.setItem(key, link.hreflang);
		} catch {
			// Its address is in that language in any case.
		}
	});
}
