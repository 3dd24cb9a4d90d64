import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What Kit compiled, for the command line to draw sites with: `server/`, and the part of `client/` that the pages load.
 * Kit’s own client with its router is left out, as no page asks for it.
 *
 * @param {string} out folder
 * @returns {import('@sveltejs/kit').Adapter}
 */
export default function adapter(out) {
	return {
		name: 'throughline',
		adapt(builder) {
			builder.rimraf(out);
			builder.writeServer(join(out, 'server'));
			const manifest = `export const manifest = ${builder.generateManifest({ relativePath: '.' })};\n`;
			writeFileSync(join(out, 'server', 'manifest.js'), manifest);

			const made = join(builder.getBuildDirectory('output'), 'client');
			/** @type {import('vite').Manifest} */
			const chunks = JSON.parse(readFileSync(join(made, '.vite', 'manifest.json'), 'utf8'));
			const files = new Set([
				'.vite/manifest.json',
				'service-worker.js',
				...Object.values(chunks).flatMap(({ css = [] }) => css)
			]);
			/** @param {string} name */
			const add = (name) => {
				const { file, css = [], assets = [], imports = [], dynamicImports = [] } = chunks[name];
				if (files.has(file)) return;
				for (const one of [file, ...css, ...assets]) files.add(one);
				for (const one of [...imports, ...dynamicImports]) add(one);
			};
			for (const name of Object.keys(chunks)) if (/^src\/(entry|embed)\//.test(name)) add(name);
			cpSync('static', join(out, 'client'), { recursive: true });
			for (const file of files) {
				mkdirSync(dirname(join(out, 'client', file)), { recursive: true });
				cpSync(join(made, file), join(out, 'client', file));
			}
		}
	};
}
