/** Pictures of the registries' pages in a running city: node dev/city-shots.mjs HOME OUT [NAME] — zh and en, desktop and phone. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const [home, out, only] = process.argv.slice(2);
const settings = Object.fromEntries(readFileSync(path.join(home, 'citybrain.properties'), 'utf8').split('\n').filter((line) => line.includes('=')).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
const base = settings['platform.url'];
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-gl=swiftshader', '--enable-unsafe-swiftshader'] });
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const reason = { purpose: '演示核验', legalBasis: '政务数据共享条例' };

async function signIn(size) {
  const context = await browser.newContext({ viewport: size, timezoneId: 'Asia/Shanghai', locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(base + '/oauth2/authorization/city');
  await page.fill('input[name=username]', 'steward');
  await page.fill('input[name=password]', settings['account.steward.password']);
  await page.click('button[type=submit]');
  await page.waitForURL(base + '/**');
  return page;
}

/** Asks the interface as the page itself would. */
const ask = (page, at, body) =>
  page.evaluate(
    async ([url, sent]) => {
      const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1];
      const answer = await fetch(url, sent ? { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { 'x-xsrf-token': decodeURIComponent(token) } : {}) }, body: JSON.stringify(sent) } : {});
      return answer.ok ? answer.json() : { status: answer.status, text: await answer.text() };
    },
    [at, body],
  );

const page = await signIn(sizes.desk);
const firms = await ask(page, '/api/registry/firms/search', { name: '有限公司' });
const people = await Promise.all(firms.slice(0, 20).map((hit) => ask(page, '/api/registry/firms/' + hit.ref)));
const firm = people.find((one) => one.people?.length && one.records.length > 2) ?? people[0];
const boss = people.flatMap((one) => one.people ?? []).find((one) => one.ref)?.ref;
const doubts = await ask(page, '/api/registry/doubts?kind=person');
const cell = await ask(page, '/ogc/collections/grid-cells/items?limit=1');
const [x, y] = cell.features?.[0]?.geometry.coordinates ?? [114.4, 27.8];
const licences = await ask(page, '/api/registry/papers/licence?type=market_regulation.food_licence');
const credits = await ask(page, '/api/registry/papers/credit?type=urban_management.penalty');
process.stdout.write(JSON.stringify({ firms: firms.length, firm: firm?.name, records: firm?.records?.length, boss, doubts: doubts.length, licences: licences.length, credits: credits.length }) + '\n');
const valid = licences.find((one) => one.state === 'VALID') ?? licences[0];
await ask(page, '/api/licences', { paper: valid?.ref, ...reason });
const issued = (await ask(page, '/api/licences?paper=' + valid?.ref))?.[0];
const who = await ask(page, '/api/registry/persons/' + boss + '?' + new URLSearchParams(reason));
const pages = {
  household: '/registry/households/' + who.households?.[0]?.ref, creditRecord: '/credit/' + credits[0]?.ref, eLicence: '/licences/' + valid?.ref + '?tab=e-licence', check: '/check?id=' + issued?.identifier + '&code=' + issued?.checkCode,
  revisions: '/economy/new-businesses?tab=revisions', findings: '/findings',
  registry: '/registry', person: '/registry/persons/' + boss, personFirms: '/registry/persons/' + boss + '?tab=firms', personLicences: '/registry/persons/' + boss + '?tab=licences', unmasked: '/registry/persons/' + boss + '?unmask',
  firms: '/firms?search', firm: '/firms/' + firm?.ref, firmPeople: '/firms/' + firm?.ref + '?tab=people', firmLicences: '/firms/' + firm?.ref + '?tab=licences',
  licences: '/licences', credit: '/credit', paper: '/licences/' + licences[0]?.ref, place: `/places?x=${x}&y=${y}`,
  steward: '/steward' + (doubts[0] ? '?pair=' + doubts[0].id : ''), quality: '/quality', qualityFirms: '/quality?kind=firm', economy: '/economy', series: '/economy/new-businesses', quarters: '/economy/new-vehicles?by=quarter',
};
for (const [name, size] of Object.entries(sizes)) {
  const window = name === 'desk' ? page : await signIn(size);
  await window.evaluate((given) => sessionStorage.setItem('cb.ground', JSON.stringify(given)), reason);
  for (const lang of ['zh', 'en']) {
    await window.evaluate((given) => localStorage.setItem('cb.lang', given), lang);
    for (const [key, at] of Object.entries(pages).filter(([key]) => !only || only.split(',').includes(key))) {
      const errors = [];
      const hear = (message) => message.type() === 'error' && errors.push(message.text());
      window.on('console', hear);
      await window.goto(base + at.replace(/\?(unmask|search)$/, ''));
      await window.waitForTimeout(1500);
      if (at.endsWith('?unmask')) await window.locator('.cb-when .ant-switch').first().click();
      if (at.endsWith('?search')) {
        await window.locator('#f-name').fill('食品');
        await window.locator('[data-testid=form-submit]').click();
      }
      await window.waitForTimeout(900);
      if (key === 'place') await window.waitForSelector('[data-map=idle]', { timeout: 30_000 }).catch(() => process.stdout.write(`${name} ${lang} place: the map is not drawn\n`));
      const sideways = await window.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      window.off('console', hear);
      if (sideways > 0 || errors.length) process.stdout.write(`${name} ${lang} ${key}: sideways ${sideways} ${errors.join(' | ').slice(0, 300)}\n`);
      await window.screenshot({ path: path.join(out, `${key}-${name}-${lang}.png`), fullPage: name === 'desk' });
    }
  }
}
await browser.close();
