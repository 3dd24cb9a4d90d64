import type { Story } from '../story/model.ts';
import type { Shared } from './entry.ts';
import type { Finding } from './finding.ts';

export function links(_story: Story, _shared: Shared): Finding[] {
	return [];
}
