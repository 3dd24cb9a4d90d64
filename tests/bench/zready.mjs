import { join } from 'node:path';
import { host } from './server.mjs'; import { openBrowser } from './rounds.mjs'; import { instrument } from './page.mjs'; import { subjects } from './subjects.mjs';
import { buildSite, root } from './story.mjs';
const [rounds, ns, build, ...others] = process.argv.slice(2);
const work = join(root, 'node_modules/.cache/bench');
const built = buildSite(join(work, 'stories'), build !== 'build');
const sites = { ours: built, vis: built };
for (const o of others) { const [name, dir] = o.split('='); sites[name] = dir; }
const hosts = {}; for (const [name, dir] of Object.entries(sites)) { hosts[name] = await host([join(work, 'site'), dir, work], join(work, 'packed')); }
if (build==='build') for (const h of Object.values(hosts)) for (const d of ['_app','en']) { try { await h.pack(join(built, d)); } catch {} }
const sizes = ns.split(',').map(Number);
const of = (name) => subjects.find((s) => s.name === (name === 'vis' ? 'vis' : 'ours'));
const urls = Object.keys(sites).flatMap((name) => sizes.map((n) => hosts[name].origin + of(name).path(n)));
const open = await openBrowser(urls);
const res = {};
const names = Object.keys(sites);
for (let r = 0; r < Number(rounds); r++) for (const n of sizes) for (let t = 0; t < names.length; t++) {
 const name = names[(t + r) % names.length]; const s = of(name);
 const context = await open.browser().newContext({ viewport: { width: 1280, height: 800 } });
 const page = await context.newPage();
 const before = hosts[name].sent();
 let done; const ready = new Promise((f) => (done = f));
 await page.exposeFunction('benchReady', (v) => done(Number(v)));
 await page.addInitScript(`(${instrument})(${s.ready})`);
 await page.goto(hosts[name].origin + s.path(n));
 const ms = await ready; await page.waitForTimeout(600);
 (res[`${n} ${name}`] ??= []).push([ms, hosts[name].sent() - before]);
 await context.close();
}
for (const [k, v] of Object.entries(res)) { const m = v.map(([x]) => x).sort((a, b) => a - b); console.log(k.padEnd(12), 'median', m[m.length >> 1].toFixed(0), 'min', m[0].toFixed(0), 'max', m.at(-1).toFixed(0), 'KB', (v[0][1] / 1000).toFixed(1)); }
await open.close(); for (const h of Object.values(hosts)) h.close(); process.exit();
