/**
 * `<throughline-timeline>` for pages of other sites, compiled to `embed.js` at the site’s base: a frame that is as high as
 * what it shows. A classic script, since a module of another origin needs a header that many hosts do not send. What
 * stands between the tags is shown without JavaScript, and where `story` is mistaken.
 */
import { choices, frameAddress } from './address.ts';

const name = 'throughline-timeline';
const site = new URL('.', (document.currentScript as HTMLScriptElement).src);

/** px: before the frame says its height, which it does long before it is in view; the least and the most believed. */
const [first, least, most] = [700, 100, 9999];
const longestTitle = 200;

const sheet = new CSSStyleSheet();
sheet.replaceSync(':host{display:block}:host([hidden]){display:none}');

class TimelineElement extends HTMLElement {
	static observedAttributes = ['story', 'label', ...choices];

	readonly #root = this.attachShadow({ mode: 'open' });
	#frame?: HTMLIFrameElement;
	/** Title that the frame’s page said. */
	#told = '';
	#due = false;

	constructor() {
		super();
		this.#root.adoptedStyleSheets = [sheet];
	}

	connectedCallback() {
		addEventListener('message', this);
		this.#drawSoon();
	}

	disconnectedCallback() {
		removeEventListener('message', this);
		this.#show();
	}

	attributeChangedCallback(changed: string) {
		if (changed !== 'label') this.#drawSoon();
		else if (this.#frame) this.#frame.title = this.#title();
	}

	/** Only the element’s own frame is heard, and only while it shows the site. */
	handleEvent({ source, origin, data }: MessageEvent) {
		if (!this.#frame || source !== this.#frame.contentWindow || origin !== site.origin) return;
		if (data?.type !== 'throughline:height' || !Number.isFinite(data.height)) return;
		this.#frame.style.height = `${Math.min(most, Math.max(least, Math.ceil(data.height)))}px`;
		if (typeof data.title === 'string') this.#told = data.title.slice(0, longestTitle);
		this.#frame.title = this.#title();
	}

	#title = () => this.getAttribute('label') || this.#told || this.textContent.trim() || 'Timeline';

	/** Once for attributes that change together. */
	#drawSoon() {
		if (this.#due) return;
		this.#due = true;
		queueMicrotask(() => {
			this.#due = false;
			if (this.isConnected) this.#draw();
		});
	}

	#draw() {
		const address = frameAddress(site, (name) => this.getAttribute(name));
		if (typeof address === 'string') {
			console.warn(address);
			return this.#show();
		}
		const before = this.#frame;
		if (before?.src === address.href) return;
		this.#told = '';
		// A new one: another address in the same frame would be a step of the page’s history.
		const frame = document.createElement('iframe');
		frame.title = this.#title();
		frame.loading = 'lazy';
		frame.allow = 'clipboard-write';
		for (const right of ['scripts', 'same-origin', 'popups', 'popups-to-escape-sandbox'])
			frame.sandbox.add(`allow-${right}`);
		frame.style.cssText = `display:block;width:100%;height:${before?.style.height ?? `${first}px`};border:0`;
		frame.src = address.href;
		this.#show(frame);
	}

	/** Shows a frame, by default what stands between the tags. */
	#show(frame?: HTMLIFrameElement) {
		this.#frame = frame;
		this.#root.replaceChildren(frame ?? document.createElement('slot'));
	}
}

// Pages of a newspaper may bring the script more than once.
if (!customElements.get(name)) customElements.define(name, TimelineElement);
