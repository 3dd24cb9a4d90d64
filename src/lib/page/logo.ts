/** The logo as pages show it, in place of the site’s name. */
export interface Logo {
	src: string;
	/** Its address on dark ground, where that is another. */
	dark?: string;
	/** Width divided by height. */
	ratio: number;
}
