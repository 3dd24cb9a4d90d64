/**
 * Evidence in place: any link to an item opens its card over the page, which keeps its position. The card is a copy of
 * the one that the server rendered (cards/Evidence.svelte). The open card has one history entry, so that Back closes
 * it, whichever cards the reader has gone on to.
 */
import { tick } from 'svelte';
import type { LocalStory, Ref, ToldItem } from '../view/local.ts';
import { decode } from '../view/url.ts';
import { markOf } from './marks.ts';

export interface EvidenceOptions {
	story: Pick<LocalStory, 'items'>;
	/** Adds a history entry with this hash, or replaces the present hash. Without them the drawer sets no address. */
	push?: (hash: string) => void;
	replace?: (hash: string) => void;
	onopen?: (ref: Ref) => void;
	onclose?: () => void;
	/** Called when the reader asks for the item’s mark, after the drawer is closed and its history entry removed. */
	onshow?: (ref: Ref) => void;
	/** Brings a scene into view, before a card is opened from an address. */
	goTo?: (scene: string) => void;
}

export class EvidenceDrawer {
	/** The item whose card is open. */
	current = $state.raw<Ref | null>(null);
	/** The card came with the page: it stands there without taking the focus, and nothing behind it is inert. */
	quiet = $state.raw(false);
	/** Shown and hidden by Drawer.svelte. */
	dialog: HTMLDialogElement | null = null;

	readonly #options: EvidenceOptions;
	#opener: HTMLElement | SVGElement | null = null;
	/** The picture around the opener, if that is a mark, since the picture may redraw it. */
	#picture: Element | null = null;
	/** Whether the present history entry is the drawer’s, with one of the page’s before it. */
	#pushed = false;
	/** Runs once the history has gone back. */
	#after: (() => void) | null = null;

	constructor(options: EvidenceOptions) {
		this.#options = options;
	}

	/**
	 * @param opener element that gets the focus back; by default the focused one
	 * @param address whether to add the card to the history
	 */
	open(ref: Ref, opener?: HTMLElement | SVGElement | null, address = true): void {
		const { push, replace, onopen } = this.#options;
		if ((ref === this.current && !this.quiet) || !this.#item(ref)) return;
		// The history is still going back from the last card.
		if (this.#after) {
			this.#after = () => this.open(ref, opener, address);
			return;
		}
		if (address && this.current) replace?.(`#${ref}`);
		else if (address && push) {
			push(`#${ref}`);
			this.#pushed = true;
		}
		if (opener && !this.dialog?.contains(opener)) this.#opener = opener;
		else if (!this.current) this.#opener = document.activeElement as HTMLElement | null;
		this.#picture = this.#opener?.closest('svg[data-orientation]')?.parentElement ?? this.#picture;
		this.quiet = false;
		this.current = ref;
		this.#outline(ref);
		onopen?.(ref);
	}

	/** Shows the card that a page was asked to come with: no reader asked, so the focus stays where it is. */
	lay(ref: Ref): void {
		this.quiet = true;
		this.current = ref;
	}

	/** @param after called once the address is the page’s again */
	close(after?: () => void): void {
		const ref = this.current;
		if (!ref) return;
		const back = this.#pushed;
		this.#hide();
		if (back) {
			this.#after = after ?? (() => {});
			history.back();
			return;
		}
		this.#options.replace?.(`#scene-${this.#item(ref)!.scene}`);
		if (after) void tick().then(after);
	}

	/** Closes the drawer and asks for the item’s mark. */
	show(): void {
		const ref = this.current;
		if (ref) this.close(() => this.#options.onshow?.(ref));
	}

	/**
	 * Opens the card in the address, over the scene that tells it.
	 * @param pushed whether the page has a history entry before it
	 */
	readAddress(pushed = false): void {
		const item = this.#item(decode(location.hash.slice(1)));
		if (!item || item.ref === this.current) return;
		if (!this.current) this.#options.goTo?.(item.scene);
		this.#pushed ||= pushed;
		this.open(item.ref, document.getElementById(`scene-${item.scene}`), false);
	}

	/** Brings the scene into view for a card that the page was opened with. */
	goToScene(): void {
		if (this.current && !this.#pushed) this.#options.goTo?.(this.#item(this.current)!.scene);
	}

	/**
	 * For `popstate`: the reader or the drawer went back or forward. Closes the card; an address that still names one
	 * becomes its scene’s.
	 * @param written whether the entry is new: a card in its address is then opened by `came`
	 */
	left(written: boolean): void {
		const item = this.#item(decode(location.hash.slice(1)));
		if (written && item && !this.#after) return;
		const after = this.#after;
		this.#after = null;
		if (!after && (!this.current || item?.ref === this.current || (item && !this.#pushed))) return;
		if (item) this.#options.replace?.(`#scene-${item.scene}`);
		if (this.current) this.#hide();
		// `hashchange` follows `popstate`.
		if (after) setTimeout(after);
	}

	/** For `hashchange`, after the browser has scrolled to the target: opens a card named in the address. */
	came(): void {
		this.readAddress(true);
	}

	/** @returns the item that a link leads to, if the drawer should show it */
	refOf(link: Element | null | undefined): Ref | null {
		const name = link?.getAttribute('data-ref') ?? /^#(.+)/.exec(link?.getAttribute('href') ?? '')?.[1];
		return name && this.#item(decode(name)) ? (decode(name) as Ref) : null;
	}

	#item(ref: string): ToldItem | undefined {
		return this.#options.story.items.find((item): item is ToldItem => item.ref === ref && item.kind !== 'row');
	}

	#hide(): void {
		this.current = null;
		this.#pushed = false;
		this.#outline(null);
		this.#options.onclose?.();
		const [opener, picture] = [this.#opener, this.#picture];
		this.#opener = this.#picture = null;
		this.dialog?.close();
		// A browser that does not focus links on a click would leave nothing focused. Waits for the page to update, since
		// moving the element would remove the focus.
		void tick().then(() => {
			if (this.current !== null || !opener) return;
			const mark = picture && markOf(picture, opener.getAttribute('data-ref') as Ref);
			(opener.isConnected ? opener : mark)?.focus({ preventScroll: true });
		});
	}

	#outline(ref: Ref | null): void {
		document.querySelectorAll('.opened').forEach((element) => element.classList.remove('opened'));
		if (!ref) return;
		for (const element of document.querySelectorAll(`[data-ref="${ref}"]`))
			if (!element.closest('dialog, .all-evidence')) element.classList.add('opened');
	}
}

/**
 * Copies a card rendered by the server into an element, replacing its content. All ids are changed, so that none occurs
 * twice in the document.
 * @returns null where the page has no such card
 */
export function copyCard(ref: Ref, into: Element): HTMLElement | null {
	const card = document.getElementById(ref);
	into.replaceChildren();
	if (!card) return null;
	const copy = card.cloneNode(true) as HTMLElement;
	copy.hidden = false;
	for (const element of [copy, ...copy.querySelectorAll('*')]) {
		if (element.id) element.id = `open-${element.id}`;
		for (const name of ['aria-labelledby', 'fill']) {
			const value = element.getAttribute(name);
			if (name === 'fill' ? value?.startsWith('url(#') : value)
				element.setAttribute(name, name === 'fill' ? value!.replace('#', '#open-') : `open-${value}`);
		}
	}
	const title = copy.querySelector('.title');
	// Removes the link from the title, since it leads to this card.
	title?.replaceChildren(title.textContent);
	title?.setAttribute('aria-level', '2');
	copy.tabIndex = -1;
	into.append(copy);
	return copy;
}

/** Hides cards that the filter excludes, on the page and in print. */
export function keepCards(kept: ReadonlySet<Ref>): void {
	for (const card of document.querySelectorAll<HTMLElement>('.all-evidence .card'))
		card.hidden = !kept.has(card.dataset.ref as Ref);
}
