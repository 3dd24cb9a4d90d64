import config from './vite.config.ts';
import { writeFileSync } from 'node:fs';
config.plugins.push({ name: 'an', apply: 'build', generateBundle(_, b) { if (this.environment.name !== 'client') return; const o = {}; for (const c of Object.values(b)) if (c.type === 'chunk') o[c.fileName] = Object.entries(c.modules).map(([k, m]) => [k.replace('/work/wt/client/', ''), m.renderedLength ?? m.code?.length]).sort((a, b) => b[1] - a[1]); writeFileSync('/tmp/an.json', JSON.stringify(o)); } });
export default config;
