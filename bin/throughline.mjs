#!/usr/bin/env node
/** The command line, src/cli. A clone compiles it first if needed; a package brings it compiled. */
import { existsSync } from 'node:fs';

const at = (path) => new URL(`../${path}`, import.meta.url);
const args = process.argv.slice(2);

if (existsSync(at('src'))) {
	if (existsSync(at('node_modules'))) {
		const { compile } = await import(at('scripts/compile.mjs').href);
		await compile('cli', ...(['build', 'dev'].includes(args[0]) ? ['app'] : []));
	} else {
		console.error('Throughline is not installed yet. Run this once in its folder: npm ci');
		process.exit(1);
	}
}
const { main } = await import(at('dist/cli/main.js').href);
process.exitCode = await main(args);
