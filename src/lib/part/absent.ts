/** Something that a page needs could not be loaded; the message is for readers, or names the file. */
export class Absent extends Error {}

/** @throws Absent where a script cannot be loaded */
export const arrived = <T>(coming: Promise<T>): Promise<T> =>
	coming.catch((error: unknown) => {
		throw new Absent(String(error));
	});
