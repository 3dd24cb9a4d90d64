/** What goes wrong in a page, collected in the page: the same in every engine, whatever its protocol tells. */

/** Runs first in every page. Kept for the tab’s whole life, so that a link away from the page loses nothing. */
export function collect() {
	const tell = (text: string) => {
		const told = JSON.parse(sessionStorage.getItem('problems') ?? '[]');
		sessionStorage.setItem('problems', JSON.stringify([...told, text]));
	};
	// Captured: what cannot be loaded says so to itself only.
	addEventListener(
		'error',
		(event) => {
			const { message, filename, lineno } = event as ErrorEvent;
			const { src, href } = event.target as { src?: string; href?: string };
			tell(message ? `${message} (${filename}:${lineno})` : `could not be loaded: ${src ?? href}`);
		},
		true
	);
	addEventListener('unhandledrejection', ({ reason }) => tell(`nobody caught: ${reason}`));
	document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
		tell(`against ${violatedDirective}: ${blockedURI}`)
	);
	const { error } = console;
	console.error = (...words: unknown[]) => {
		tell(`console.error: ${words.join(' ')}`);
		error.apply(console, words);
	};
}

/** Runs in the page: what was collected since it was last asked for. */
export function told(): string[] {
	const told = JSON.parse(sessionStorage.getItem('problems') ?? '[]');
	sessionStorage.removeItem('problems');
	return told;
}
