/** The checklist of a report: ticks are kept in the browser and exported as YAML. Runs in the report itself. */
(() => {
	/** @template {HTMLElement} T @param {string} selector @param {ParentNode} [within] */
	const all = (selector, within = document) => /** @type {T[]} */ ([...within.querySelectorAll(selector)]);
	/** @template {HTMLElement} T @param {string} selector @param {ParentNode} [within] */
	const one = (selector, within = document) => /** @type {T} */ (within.querySelector(selector));
	/** @param {string} name @param {ParentNode} [within] */
	const field = (name, within) => /** @type {HTMLInputElement} */ (one(`[name="${name}"]`, within));

	/**
	 * A claim that may be ticked.
	 * @typedef {{ row: HTMLElement, entry: HTMLElement, ticked: HTMLInputElement, whys: HTMLInputElement[] }} Row
	 */
	const about = one('[data-story]').dataset;
	const form = one('form.scripted');
	const [by, open, yaml] = ['by', 'open', 'yaml'].map((name) => field(name, form));
	const key = `throughline-review-${about.story}`;
	/** @type {Row[]} */
	const rows = all('fieldset.scripted').map((row) => ({
		row,
		entry: /** @type {HTMLElement} */ (row.closest('article')),
		ticked: field('checked', row),
		whys: all('[name=why]', row)
	}));
	for (const part of [form, ...rows.map(({ row }) => row)]) part.hidden = false;

	/** @param {Row} row @returns {string} the claim and the state of its entry */
	const idOf = ({ row, entry }) => [entry.id, entry.dataset.digest, row.dataset.claim, row.dataset.of].join('\n');

	// A browser may refuse storage to a file: then ticks last as long as the page is open.
	function load() {
		try {
			return JSON.parse(localStorage.getItem(key) ?? '{}');
		} catch {
			return {};
		}
	}
	function save() {
		const kept = rows.filter(({ ticked, whys }) => ticked.checked || whys.some(({ value }) => value));
		const reviews = Object.fromEntries(
			kept.map((row) => [idOf(row), { ticked: row.ticked.checked, whys: row.whys.map(({ value }) => value) }])
		);
		try {
			localStorage.setItem(key, JSON.stringify({ by: by.value, reviews }));
		} catch {
			// See load().
		}
	}

	const kept = load();
	by.value = kept.by ?? '';
	for (const row of rows) {
		const known = kept.reviews?.[idOf(row)];
		if (!known) continue;
		row.ticked.checked = known.ticked;
		row.whys.forEach((why, n) => (why.value = known.whys[n] ?? ''));
	}

	function today() {
		const now = new Date();
		const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
		return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
	}

	/** A JSON string is also a YAML string. */
	const text = JSON.stringify;

	/** @param {Row[]} chosen */
	function written(chosen) {
		return [...new Set(chosen.map(({ entry }) => entry))]
			.map((entry) => {
				const own = chosen.filter((row) => row.entry === entry);
				// story.yaml is a single entry; the other files are lists.
				const indent = entry.id === 'story' ? '' : '  ';
				const reviews = own.flatMap(({ row, whys }) => [
					`  - claim: ${row.dataset.claim}`,
					`    of: ${text(row.dataset.of)}`,
					`    date: ${text(today())}`,
					`    by: ${text(by.value.trim())}`,
					'    why:',
					...whys.map(({ lang, value }) => `      ${lang}: ${text(value.trim())}`),
					`    digest: ${text(entry.dataset.digest)}`
				]);
				const lines = ['reviewed:', ...reviews].map((line) => indent + line);
				return [`# ${own[0].row.dataset.file}, ${entry.id}`, ...lines, ''].join('\n');
			})
			.join('\n');
	}

	/** @param {Row[]} chosen @returns {[words: string, part?: HTMLElement]} what is missing, and where */
	function lack(chosen) {
		if (!chosen.length) return ['Nothing is ticked yet.'];
		if (!by.value.trim()) return ['Write your name first.', by];
		const unsaid = chosen.flatMap(({ whys }) => whys).filter(({ value }) => !value.trim());
		return unsaid.length ? ['Say why, in every language of the story.', unsaid[0]] : [''];
	}

	form.addEventListener('submit', (event) => event.preventDefault());
	field('export', form).addEventListener('click', () => {
		const chosen = rows.filter(({ ticked }) => ticked.checked);
		const [words, part] = lack(chosen);
		one('[role=status]', form).textContent = words || `${chosen.length} to paste into the files that are named:`;
		yaml.hidden = !!words;
		yaml.value = words ? '' : written(chosen);
		if (words) part?.focus();
		else yaml.select();
	});
	open.addEventListener('change', () => {
		for (const claim of all('[data-verdict]')) claim.hidden = open.checked && !claim.dataset.open;
		for (const entry of all('.claims article')) entry.hidden = !one('[data-verdict]:not([hidden])', entry);
	});
	document.addEventListener('input', save);
})();
