/** Licences that texts are published under, by their SPDX identifiers (https://spdx.org/licenses/). */

export interface Licence {
	/** SPDX identifier; undefined for a licence that only the site describes. */
	id?: string;
	name: string;
	url: string;
}

/** The kinds of Creative Commons 4.0. */
const commons = ['by', 'by-sa', 'by-nd', 'by-nc', 'by-nc-sa', 'by-nc-nd'];

const known = new Map<string, Licence>(
	[
		...commons.map((kind) => ({
			id: `CC-${kind.toUpperCase()}-4.0`,
			name: `CC ${kind.toUpperCase()} 4.0`,
			url: `https://creativecommons.org/licenses/${kind}/4.0/`
		})),
		{ id: 'CC0-1.0', name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
		{ id: 'PDDL-1.0', name: 'PDDL 1.0', url: 'https://opendatacommons.org/licenses/pddl/1-0/' },
		{ id: 'ODC-By-1.0', name: 'ODC-By 1.0', url: 'https://opendatacommons.org/licenses/by/1-0/' },
		{ id: 'ODbL-1.0', name: 'ODbL 1.0', url: 'https://opendatacommons.org/licenses/odbl/1-0/' },
		{ id: 'MIT', name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
		{ id: 'Apache-2.0', name: 'Apache 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
		{ id: 'GFDL-1.3-or-later', name: 'GFDL 1.3', url: 'https://www.gnu.org/licenses/fdl-1.3.html' }
	].map((licence) => [licence.id, licence])
);

export const licenceIds = [...known.keys()];

/** @returns undefined for an identifier that is not in the list, which a site gives a name and a url */
export const licenceOf = (id: string): Licence | undefined => known.get(id);
