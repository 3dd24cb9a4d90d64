#!/usr/bin/env node
/**
 * The command line. Its code is src/cli/main.ts, compiled into build-cli/ when it is not there or older than the
 * sources: the drawing is made of Svelte components, which Node cannot read as they are.
 */
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, 'build-cli');
const entry = join(built, 'main.js');

/** @param {string} folder @returns {number} ms, of the newest file in it */
function newest(folder) {
	return Math.max(
		...readdirSync(folder, { withFileTypes: true }).map((one) =>
			one.isDirectory() ? newest(join(folder, one.name)) : statSync(join(folder, one.name)).mtimeMs
		)
	);
}

const isOld = () =>
	!existsSync(entry) ||
	statSync(entry).mtimeMs < Math.max(newest(join(root, 'src')), statSync(join(root, 'package-lock.json')).mtimeMs);

async function compile() {
	const { build } = await import(
		createRequire(import.meta.url)
			.resolve('vite')
			.replace(/^(?=[A-Z]:)/i, 'file:///')
	);
	// Beside its place and moved there whole: two commands at once do not meet a half one.
	const folder = mkdtempSync(join(root, 'build-cli-'));
	try {
		await build({ configFile: join(root, 'vite.cli.config.ts'), root, logLevel: 'error', build: { outDir: folder } });
		// Another command may have been first, and is running it.
		if (!isOld()) return;
		if (existsSync(built)) renameSync(built, `${folder}-old`);
		renameSync(folder, built);
	} catch (error) {
		if (!existsSync(entry)) throw error;
	} finally {
		for (const left of [folder, `${folder}-old`]) rmSync(left, { recursive: true, force: true });
	}
}

if (!existsSync(join(root, 'node_modules'))) {
	console.error(`Throughline is not installed yet. Run this once: npm ci --prefix ${root}`);
	process.exitCode = 1;
} else {
	if (isOld()) await compile();
	const { main } = await import(pathToFileURL(entry).href);
	process.exitCode = await main(process.argv.slice(2));
}
