/** Runs in a measured page: when it is ready, its frames and long tasks, and when a change is painted. */

/**
 * Runs before the page’s scripts.
 * @param {() => boolean} isReady
 */
export function instrument(isReady) {
	/** @type {any} */
	const world = globalThis;
	const afterPaint = new MessageChannel();

	/** @type {number[]} */
	let frames = [];
	let recording = false;
	/** @type {number[]} */
	let long = [];
	const take = (/** @type {PerformanceEntryList} */ entries) => entries.forEach(({ duration }) => long.push(duration));
	const tasks = new PerformanceObserver((list) => take(list.getEntries()));
	tasks.observe({ type: 'longtask' });
	const record = (/** @type {number} */ time) => {
		frames.push(time);
		if (recording) requestAnimationFrame(record);
	};

	const watch = () => {
		if (!isReady()) return requestAnimationFrame(watch);
		// The page counts as drawn once two frames have shown it.
		requestAnimationFrame(() => requestAnimationFrame(() => world.benchReady(String(performance.now()))));
	};
	requestAnimationFrame(watch);

	world.bench = {
		begin() {
			frames = [];
			tasks.takeRecords();
			long = [];
			recording = true;
			requestAnimationFrame(record);
		},
		/** @returns times of frames as the browser schedules them, ms; durations of tasks over 50 ms, ms */
		end() {
			recording = false;
			take(tasks.takeRecords());
			return { frames, long };
		},
		/** @param {number} count of frames to wait for */
		async frames(count) {
			for (let n = 0; n < count; n++) await new Promise((done) => requestAnimationFrame(done));
		},
		/**
		 * From the next click to the paint after the last change in `selector`; changes have ended once none comes for
		 * `quiet` ms.
		 * @param {string} selector
		 * @param {number} quiet
		 */
		painted(selector, quiet) {
			const root = /** @type {Element} */ (document.querySelector(selector));
			let clicked = 0;
			let dirty = false;
			let painted = 0;
			world.benchPainted = new Promise((done) => {
				addEventListener('click', (event) => (clicked = event.timeStamp), { capture: true, once: true });
				const changes = new MutationObserver(() => (dirty = clicked > 0));
				changes.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
				// A message sent in a frame’s callbacks arrives after that frame is painted.
				afterPaint.port1.onmessage = () => {
					const now = performance.now();
					if (dirty) painted = now;
					dirty = false;
					if (clicked && now - (painted || clicked) > quiet) {
						changes.disconnect();
						done(painted ? painted - clicked : null);
					} else requestAnimationFrame(() => afterPaint.port2.postMessage(null));
				};
				requestAnimationFrame(() => afterPaint.port2.postMessage(null));
			});
		}
	};
}
