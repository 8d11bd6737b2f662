/** Pictures of every front of a running city as each account sees it: node dev/critic-shots.mjs HOME OUT [NAME,…] — zh and en, desktop and phone. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const [home, out, only] = process.argv.slice(2);
const settings = Object.fromEntries(readFileSync(path.join(home, 'citybrain.properties'), 'utf8').split('\n').filter((line) => line.includes('=')).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
const base = settings['platform.url'];
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] });
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const say = (text) => process.stdout.write(text + '\n');

async function signIn(login, size) {
  const context = await browser.newContext({ viewport: size, timezoneId: 'Asia/Shanghai', locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(base + '/oauth2/authorization/city');
  await page.fill('input[name=username]', login);
  await page.fill('input[name=password]', settings[`account.${login}.password`]);
  await page.click('button[type=submit]');
  await page.waitForURL(base + '/**');
  return page;
}

const first = await signIn('data-officer', sizes.desk);
const read = (page, at) => page.evaluate(async (url) => (await fetch(url)).json(), at);
const subject = (await read(first, '/api/cases')).rows?.[0];
const decided = (await read(first, '/api/alerts')).rows?.[0]?.decisionId;
const one = '/cases/' + subject?.id;
const pages = {
  'data-officer': { resources: '/resources', resource: '/resources/health_insurance.settlement', versions: '/resources/health_insurance.settlement?tab=versions', exchange: '/exchange', lane: '/exchange/health_insurance.settlement', findings: '/findings', scenes: '/scenes', scene: '/scenes/anti-poverty', needs: '/scenes/anti-poverty?tab=needs', cases: '/cases', case: one, alerts: '/alerts', decision: '/decisions/' + decided, subscriptions: '/exchange/subscriptions', caseSource: one + '?source=' + encodeURIComponent('decision:' + decided) },
  'county-officer': { todos: '/', countyCase: one },
  auditor: { audit: '/audit' },
  'grid-worker': { field: '/field' },
  mayor: { wall: '/wall' },
};
for (const [size, viewport] of Object.entries(sizes))
  for (const [login, rooms] of Object.entries(pages)) {
    const chosen = Object.entries(rooms).filter(([name]) => !only || only.split(',').includes(name));
    if (!chosen.length) continue;
    const page = await signIn(login, viewport);
    const errors = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    for (const lang of ['zh', 'en']) {
      await page.evaluate((given) => localStorage.setItem('cb.lang', given), lang);
      for (const [name, at] of chosen) {
        errors.length = 0;
        if (name === 'wall' && size === 'desk') await page.setViewportSize({ width: 1920, height: 1080 });
        await page.goto(base + at);
        if (name === 'wall') await page.waitForSelector('[data-map=idle]', { timeout: 30_000 }).catch(() => say('the wall has no map'));
        await page.waitForTimeout(1600);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (sideways > 0 || errors.length) say(`${name} ${size} ${lang}: sideways ${sideways} ${errors.join(' | ').slice(0, 300)}`);
        await page.screenshot({ path: path.join(out, `${name}-${size}-${lang}.png`), fullPage: name !== 'wall' });
        if (name === 'wall' && size === 'phone') {
          const tall = await page.evaluate(() => document.querySelector('.cb-wall-ground').scrollHeight);
          await page.setViewportSize({ width: 390, height: Math.min(6000, tall) });
          await page.waitForTimeout(500);
          await page.screenshot({ path: path.join(out, `wallWhole-${size}-${lang}.png`) });
          await page.setViewportSize(sizes.phone);
        }
      }
    }
    await page.context().close();
  }
const context = await browser.newContext({ viewport: sizes.desk });
const door = await context.newPage();
for (const lang of ['zh', 'en'])
  for (const [size, viewport] of Object.entries(sizes)) {
    await door.setViewportSize(viewport);
    await door.goto(`${base}/idp/login?lang=${lang}`);
    await door.waitForTimeout(600);
    await door.screenshot({ path: path.join(out, `login-${size}-${lang}.png`) });
  }
await browser.close();
