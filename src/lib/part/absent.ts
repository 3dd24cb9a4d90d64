/** Something that a page needed did not come; its message is for readers, or names it. */
export class Absent extends Error {}

/** @throws Absent where a script does not come */
export const arrived = <T>(coming: Promise<T>): Promise<T> =>
	coming.catch((error: unknown) => {
		throw new Absent(String(error));
	});
