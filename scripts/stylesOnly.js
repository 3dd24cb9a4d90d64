const client = /\/(?:client-optimized\/app|kit\/src\/runtime\/client\/entry)\.js$/;
/** Kit makes a module for each page and layout, which imports its component. */
const node = /\/client-optimized\/nodes\/\d+\.js$/;
const style = /\.css$/;

/**
 * Kit’s own client, with its router, is never loaded: of its pages’ components only the styles are compiled, for Kit to
 * link to. What a browser runs are the entries of src/entry, compiled beside.
 *
 * @type {import('vite').Plugin}
 */
export const stylesOnly = {
	name: 'throughline-styles-only',
	apply: 'build',
	enforce: 'pre',
	transform: {
		filter: { id: [client, node] },
		async handler(code, id) {
			if (this.environment.name !== 'client') return;
			const nothing = 'export {};';
			if (client.test(id)) return nothing;
			/** @type {Set<string>} */
			const seen = new Set();
			/** @type {string[]} in the order in which a script would import them */
			const styles = [];
			/** @param {string} module */
			const add = async (module) => {
				if (seen.has(module)) return;
				seen.add(module);
				const { importedIds, meta } = await this.load({ id: module });
				for (const imported of importedIds) await add(imported);
				if (!style.test(module)) return;
				// Otherwise it is left out where nothing uses the component.
				delete meta.vite?.cssScopeTo;
				styles.push(module);
			};
			const [, component] = /"([^"]+\.svelte)"/.exec(code) ?? [];
			const page = component && (await this.resolve(component, id));
			if (!page) return this.error(`no component found in ${id}`);
			await add(page.id);
			return styles.map((name) => `import ${JSON.stringify(name)};`).join('\n') || nothing;
		}
	}
};
