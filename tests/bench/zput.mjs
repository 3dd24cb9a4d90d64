import { join } from 'node:path'; import { chromium } from '@playwright/test'; import { launchOptions } from '../support/browser.mjs';
import { host } from './server.mjs'; import { viewports, readers, slug } from './told.mjs'; import { root } from './story.mjs'; import { wheel, sleep } from './motion.mjs';
const [width='1440', rate='1'] = process.argv.slice(2);
const h = await host([join(root, 'test-results/bench-site')], join(root, 'node_modules/.cache/bench', 'packed'));
const b = await chromium.launch(launchOptions());
for (let i = 0; i < 2; i++) { const context = await b.newContext({ viewport: viewports[width] }); const page = await context.newPage(); const cdp = await context.newCDPSession(page);
 await page.goto(h.origin + '/en/' + slug); await page.waitForFunction(readers[0].ready); await sleep(500);
 await cdp.send('Emulation.setCPUThrottlingRate', { rate: Number(rate) });
 for (let n = 0; n < 25; n++) { await wheel(cdp, { x: 300, y: 450 }, { deltaY: 120 }); await sleep(80); }
 await sleep(600); const p = await page.evaluate(() => globalThis.__p); if (i) console.log(p.map((x) => x.join(' ')).join('\n')); await context.close(); }
await b.close(); h.close(); process.exit();
