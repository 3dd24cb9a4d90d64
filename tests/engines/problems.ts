/** Collects in the page what goes wrong there: the same in every engine, whatever its protocol reports. */

/** Runs first in every page. Problems are kept for the tab’s whole life, so that following a link loses none. */
export function collect() {
	const tell = (text: string) => {
		const told = JSON.parse(sessionStorage.getItem('problems') ?? '[]');
		sessionStorage.setItem('problems', JSON.stringify([...told, text]));
	};
	// Captured, as a load error is dispatched only to the element that failed.
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

/** Runs first in every page: pages come from the host, not from what a service worker kept of an earlier test. */
export function withoutWorker() {
	Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });
}

/** Runs in the page: returns what was collected since the last call. */
export function told(): string[] {
	const told = JSON.parse(sessionStorage.getItem('problems') ?? '[]');
	sessionStorage.removeItem('problems');
	return told;
}
