/**
 * Opens every page in headless Chromium against the mock, zh and en, and says what is wrong with it: console errors,
 * sideways scroll, untranslated keys, figures without a source, serious barriers found by axe. Pictures go to the folder given: `npm run shots -- DIR`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from './mock.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const out = path.resolve(process.argv[2] ?? 'shots');
const only = process.argv[3];
mkdirSync(out, { recursive: true });
const pages = { todos: '/', cases: '/cases', case: '/cases/c-3609-000', decision: '/decisions/d-1', replay: '/decisions/d-1?day=2026-12-01', alerts: '/alerts', resources: '/resources', resource: '/resources/health_insurance.settlement', versions: '/resources/health_insurance.settlement?tab=versions', lanes: '/exchange', lane: '/exchange/health_insurance.settlement', batch: '/exchange/health_insurance.settlement?batch=0/4821/3', subscriptions: '/exchange/subscriptions', subscription: '/exchange/subscriptions/s', ask: '/exchange/subscriptions/new?resource=health_insurance.settlement', startRun: '/exchange/runs/new', run: '/exchange/runs/seventeen-units', findings: '/findings', registry: '/registry', person: '/registry/persons/p3609-abcdefghij234567klmn', history: '/registry/persons/p3609-abcdefghij234567klmn?tab=history', corrections: '/registry/persons/p3609-abcdefghij234567klmn?tab=corrections', steward: '/steward?pair=1', quality: '/quality', places: '/places?x=114.4&y=27.8', scenes: '/scenes', scene: '/scenes/anti-poverty', broken: '/scenes', audit: '/audit', source: '/?source=indicator:todos-open', lost: '/nowhere', firms: '/firms', firm: '/firms/e-1', firmPeople: '/firms/e-1?tab=people', firmChanges: '/firms/e-1?tab=changes', licences: '/licences', licence: '/licences/l-1', eLicence: '/licences/l-1?tab=e-licence', check: '/check?id=1.2.156.3005.2&code=4F0A91C277DE', credit: '/credit', firmCredit: '/firms/e-1?tab=credit', creditFile: '/credit/c-1?tab=procedures', economy: '/economy', series: '/economy/new-businesses', revisions: '/economy/new-businesses?tab=revisions' };
const field = { field: '/field', visit: '/field/v-0' };
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 }, wall: { width: 1920, height: 1080 } };
const plan = [];
for (const lang of ['zh', 'en']) {
  for (const [name, url] of Object.entries(pages)) for (const size of ['desk', 'phone']) plan.push({ name, url, size, lang });
  for (const [name, url] of Object.entries(field)) plan.push({ name, url, size: 'phone', lang });
  plan.push({ name: 'wall', url: '/wall', size: 'wall', lang });
}

const server = await serve(0);
const base = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] });
let wrong = 0;
const complain = (shot, text) => {
  wrong += 1;
  process.stdout.write(`${shot.name} ${shot.size} ${shot.lang}: ${text}\n`);
};

for (const shot of plan.filter((one) => !only || one.name.match(new RegExp(`^(${only})$`)))) {
  const context = await browser.newContext({ viewport: sizes[shot.size], hasTouch: shot.size === 'phone', serviceWorkers: 'block' });
  const page = await context.newPage();
  const breaks = shot.name === 'broken';
  if (breaks) await page.route('**/api/scenes', (route) => route.fulfill({ json: [null] }));
  page.on('console', (message) => !breaks && ['error', 'warning'].includes(message.type()) && !/GPU stall|WebGL|GL Driver|Service Worker registration blocked/.test(message.text()) && complain(shot, 'console: ' + message.text().slice(0, 300)));
  page.on('pageerror', (error) => !breaks && complain(shot, 'error: ' + error.message));
  page.on('request', (request) => !request.url().startsWith(base) && !/^(data|blob):/.test(request.url()) && complain(shot, 'outside: ' + request.url()));
  if (/^(person|history|corrections|steward|eLicence)$/.test(shot.name)) await page.addInitScript(() => sessionStorage.setItem('cb.ground', '{"purpose":"低收入认定核实","legalBasis":"社会救助暂行办法第四条"}'));
  await page.goto(base + shot.url + (shot.url.includes('?') ? '&' : '?') + 'lang=' + shot.lang);
  if (shot.name === 'wall') await page.waitForSelector('[data-map=idle]');
  await page.waitForTimeout(shot.name === 'wall' ? 900 : 700);
  const look = await page.evaluate(() => ({
    sideways: document.documentElement.scrollWidth - window.innerWidth,
    keys: document.body.innerText.match(/\b(app|nav|page|state|table|figure|source|light|due|form|common|desk|cases|decisions|catalogue|exchange|subscription|registry|steward|place|scenes|field|wall|audit|paper|credit|elicence|economy|firm|broken)\.[a-zA-Z]+\b/g)?.filter((key) => !/\.(sql|dmn|task)$/.test(key)) ?? [],
    bare: [...document.querySelectorAll('[data-testid=figure]')].filter((one) => !one.dataset.source).length,
  }));
  if (look.sideways > 0) complain(shot, `scrolls sideways by ${look.sideways}`);
  if (look.keys.length) complain(shot, 'untranslated: ' + look.keys.join(' '));
  if (look.bare) complain(shot, `${look.bare} figures without a source`);
  await page.evaluate(axe);
  const barriers = await page.evaluate(async () => (await window.axe.run({ exclude: ['.ant-table-measure-row', '.ant-tabs-nav'] }, { resultTypes: ['violations'] })).violations.filter((one) => ['serious', 'critical'].includes(one.impact)).map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(' | ')}`));
  for (const barrier of barriers) complain(shot, 'barrier ' + barrier);
  await page.screenshot({ path: path.join(out, `${shot.name}-${shot.size}-${shot.lang}.png`), fullPage: shot.size === 'phone' });
  await context.close();
}
await browser.close();
server.close();
process.stdout.write(`${wrong} found\n`);
process.exit(wrong ? 1 : 0);
