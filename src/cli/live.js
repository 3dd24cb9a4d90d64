/**
 * Included in every page of `throughline dev`: reloads it at the same scroll position when a file changes, and lists
 * the current problems over it.
 */
const key = 'throughline-live';
const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
sessionStorage.removeItem(key);
if (kept?.path === location.pathname) scrollTo({ top: kept.top, behavior: 'instant' });

const base = new URL(import.meta.url).pathname.replace('/live.js', '');
// With the state of the files that this page was drawn from.
const source = new EventSource(`${base}/events${new URL(import.meta.url).search}`);
source.addEventListener('now', ({ data }) => list(JSON.parse(data)));
source.addEventListener('message', ({ data }) => {
	const problems = JSON.parse(data);
	// With problems the page stays at the last valid version.
	if (problems.length) return list(problems);
	sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, top: scrollY }));
	location.reload();
});

/** @param {string[]} problems */
function list(problems) {
	const id = 'throughline-problems';
	document.getElementById(id)?.remove();
	if (!problems.length) return;
	const panel = document.createElement('section');
	panel.id = id;
	panel.setAttribute('role', 'alert');
	panel.style.cssText =
		'position:fixed;inset:auto 0 0;max-height:50vh;overflow:auto;z-index:9999;padding:1rem 1.5rem;background:#231e18;color:#faf6ee;font:0.875rem/1.5 ui-monospace,monospace;white-space:pre-wrap';
	const title = document.createElement('strong');
	title.textContent = `${problems.length} to correct; the page is as it last was right.`;
	const entries = document.createElement('ol');
	entries.style.cssText = 'margin:0.5rem 0 0;padding-left:1.5rem';
	for (const problem of problems) {
		const entry = document.createElement('li');
		entry.textContent = problem;
		entries.append(entry);
	}
	panel.append(title, entries);
	document.body.append(panel);
}
