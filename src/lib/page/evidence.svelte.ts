/**
 * Evidence in place: any link to an item opens its card over the page, which stays where it is. The card is the one that
 * the server drew (cards/Evidence.svelte), copied. One entry of the history holds the card that is open, so that Back
 * closes it wherever the reader has gone on to from there.
 */
import { tick } from 'svelte';
import type { Item, LocalStory, Ref } from '../view/local.ts';
import { decode } from '../view/url.ts';
import { markOf } from './marks.ts';

export interface EvidenceOptions {
	story: Pick<LocalStory, 'items'>;
	/** A new entry of the history with this hash, and another hash for the present one. Without them it keeps no address. */
	push?: (hash: string) => void;
	replace?: (hash: string) => void;
	onopen?: (ref: Ref) => void;
	onclose?: () => void;
	/** The reader asks for the item’s mark; the drawer is closed by then, its history entry gone. */
	onshow?: (ref: Ref) => void;
	/** Brings a scene into view, before a card is opened from an address. */
	goTo?: (scene: string) => void;
}

export class EvidenceDrawer {
	/** The item whose card is open. */
	current = $state.raw<Ref | null>(null);
	/** Drawer.svelte shows and hides it. */
	dialog: HTMLDialogElement | null = null;

	readonly #options: EvidenceOptions;
	#opener: HTMLElement | SVGElement | null = null;
	/** Where its picture is, if it is a mark: the picture may draw it anew. */
	#picture: Element | null = null;
	/** An entry of ours is the present one, with one of the page’s before it. */
	#pushed = false;
	/** What waits until the history has gone back. */
	#after: (() => void) | null = null;

	constructor(options: EvidenceOptions) {
		this.#options = options;
	}

	/**
	 * @param opener gets the focus back; by default what has it
	 * @param address whether the history still has to learn of it
	 */
	open(ref: Ref, opener?: HTMLElement | SVGElement | null, address = true): void {
		const { push, replace, onopen } = this.#options;
		if (ref === this.current || !this.#item(ref)) return;
		// The history is on its way back from the last card.
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
		this.current = ref;
		this.#outline(ref);
		onopen?.(ref);
	}

	/** @param after once the address is the page’s again */
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

	/** Opens what the address names, over the scene that tells it. @param pushed the page has an entry before it */
	readAddress(pushed = false): void {
		const item = this.#item(decode(location.hash.slice(1)));
		if (!item || item.ref === this.current) return;
		if (!this.current) this.#options.goTo?.(item.scene);
		this.#pushed ||= pushed;
		this.open(item.ref, document.getElementById(`scene-${item.scene}`), false);
	}

	/** Brings the scene into view of a card that the page was opened with. */
	goToScene(): void {
		if (this.current && !this.#pushed) this.#options.goTo?.(this.#item(this.current)!.scene);
	}

	/**
	 * For `popstate`: the reader, or the drawer itself, went back or on. What was left is no card’s address any more.
	 * @param written to an entry that is new: an address that names a card is to be opened, by `came`
	 */
	left(written: boolean): void {
		const item = this.#item(decode(location.hash.slice(1)));
		if (written && item && !this.#after) return;
		const after = this.#after;
		this.#after = null;
		if (!after && (!this.current || item?.ref === this.current || (item && !this.#pushed))) return;
		if (item) this.#options.replace?.(`#scene-${item.scene}`);
		if (this.current) this.#hide();
		// `hashchange` comes after `popstate`.
		if (after) setTimeout(after);
	}

	/** For `hashchange`, when the browser has gone to the place in the page: an address that names a card opens it. */
	came(): void {
		this.readAddress(true);
	}

	/** @returns the item that a link leads to, if the drawer is to show it */
	refOf(link: Element | null | undefined): Ref | null {
		const name = link?.getAttribute('data-ref') ?? /^#(.+)/.exec(link?.getAttribute('href') ?? '')?.[1];
		return name && this.#item(decode(name)) ? (decode(name) as Ref) : null;
	}

	#item(ref: string): Item | undefined {
		return this.#options.story.items.find((item) => item.ref === ref);
	}

	#hide(): void {
		this.current = null;
		this.#pushed = false;
		this.#outline(null);
		this.#options.onclose?.();
		const [opener, picture] = [this.#opener, this.#picture];
		this.#opener = this.#picture = null;
		this.dialog?.close();
		// A browser that does not focus links on a click would give the focus to nothing.
		// Only when the page has followed: what it moves would lose it.
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
 * Puts a copy of a server-drawn card into an element, in place of what was there. Every id of it is another, so that
 * none is in the document twice.
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
	// What it links to is itself.
	title?.replaceChildren(title.textContent);
	title?.setAttribute('aria-level', '2');
	copy.tabIndex = -1;
	into.append(copy);
	return copy;
}

/** Cards that the filter leaves out are not in the list, nor in print. */
export function keepCards(kept: ReadonlySet<Ref>): void {
	for (const card of document.querySelectorAll<HTMLElement>('.all-evidence .card'))
		card.hidden = !kept.has(card.dataset.ref as Ref);
}
