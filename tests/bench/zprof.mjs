import { join } from 'node:path';
import { host } from './server.mjs'; import { openBrowser } from './rounds.mjs';
import { root, buildSite } from './story.mjs';
const work = join(root, 'node_modules/.cache/bench');
const [path, wait='1500', build] = process.argv.slice(2);
if (build) buildSite(join(work, 'stories'), false);
const h = await host([join(work, 'site'), join(root, 'test-results/bench-site'), work], join(work, 'packed'));
const open = await openBrowser([h.origin + path]);
const selfT = new Map(), totT = new Map(); const N = 6;
for (let i = 0; i < N; i++) {
 const context = await open.browser().newContext({ viewport: { width: 1280, height: 800 } }); const page = await context.newPage();
 const cdp = await context.newCDPSession(page); await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 150 }); await cdp.send('Profiler.start');
 await page.goto(h.origin + path); await page.waitForTimeout(Number(wait));
 const { profile } = await cdp.send('Profiler.stop');
 const byId = new Map(profile.nodes.map((n) => [n.id, n])); const parent = new Map(); for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
 const key = (n) => `${n.callFrame.functionName || '(anon)'} ${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber + 1}`;
 profile.samples.forEach((id, k) => { const dt = profile.timeDeltas[k + 1] ?? 0; const n = byId.get(id); selfT.set(key(n), (selfT.get(key(n)) ?? 0) + dt); const seen = new Set(); for (let x = id; x; x = parent.get(x)) { const kk = key(byId.get(x)); if (!seen.has(kk)) { seen.add(kk); totT.set(kk, (totT.get(kk) ?? 0) + dt); } } });
 await context.close();
}
const show = (m, n) => console.log([...m].sort((a, b) => b[1] - a[1]).slice(0, n).map(([k, v]) => `${(v / N / 1000).toFixed(1).padStart(7)} ${k}`).join('\n'));
console.log('SELF'); show(selfT, 45); console.log('TOTAL'); show(totT, 110);
await open.close(); h.close(); process.exit();
