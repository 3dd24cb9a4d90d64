import { copyFileSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Copies a folder, sharing the contents of its files where the disk supports it. Hidden files are left out. */
export function linkFolder(from: string, to: string): void {
	mkdirSync(to, { recursive: true });
	for (const one of readdirSync(from, { withFileTypes: true })) {
		if (one.name.startsWith('.')) continue;
		const [source, target] = [join(from, one.name), join(to, one.name)];
		if (one.isDirectory()) linkFolder(source, target);
		else
			try {
				linkSync(source, target);
			} catch {
				copyFileSync(source, target);
			}
	}
}
