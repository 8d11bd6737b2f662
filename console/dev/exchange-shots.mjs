/** Asks for a subscription and starts a run through the pages of a running city, and takes pictures: node dev/exchange-shots.mjs HOME OUT [PROVIDER]. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const [home, out, provider = 'transport'] = process.argv.slice(2);
const settings = Object.fromEntries(readFileSync(path.join(home, 'citybrain.properties'), 'utf8').split('\n').filter((line) => line.includes('=')).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
const base = settings['platform.url'];
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const say = (text) => process.stdout.write(text + '\n');

async function signIn(login, size) {
  const context = await browser.newContext({ viewport: size, timezoneId: 'Asia/Shanghai', locale: 'zh-CN' });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && say(`${login}: ${message.text().slice(0, 200)}`));
  await page.goto(base + '/oauth2/authorization/city');
  await page.fill('input[name=username]', login);
  await page.fill('input[name=password]', settings[`account.${login}.password`]);
  await page.click('button[type=submit]');
  await page.waitForURL(base + '/**');
  return page;
}

async function shot(page, name) {
  await page.waitForTimeout(700);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (sideways > 0) say(`${name}: sideways ${sideways}`);
  await page.screenshot({ path: path.join(out, name + '.png'), fullPage: true });
}

async function choose(page, id, texts) {
  for (const text of [texts].flat()) {
    await page.click('#' + id);
    await page.keyboard.type(text);
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
}

const county = await signIn('county-officer', sizes.desk);
const all = await county.evaluate(async () => (await (await fetch('/api/resources?size=200')).json()).rows);
const wanted = all.find((row) => row.shareType === 'CONDITIONAL' && row.department === provider) ?? all.find((row) => row.shareType === 'CONDITIONAL' && row.department !== 'civil_affairs');
await county.goto(base + '/exchange/subscriptions');
await county.waitForSelector('.ant-table, .cb-nothing');
await shot(county, '01-list-empty');
await county.goto(base + '/exchange/subscriptions/new');
await shot(county, '02-ask-empty');
await county.click('[data-testid=ask-submit]');
await shot(county, '03-ask-mistakes');
await choose(county, 'w-resource', wanted.id);
await county.waitForSelector('#w-fields .ant-checkbox-input');
await county.locator('#w-fields .ant-btn').first().click();
const field = await county.evaluate(async (id) => (await (await fetch('/api/resources/' + id)).json()).fields.at(-1).name, wanted.id);
await county.fill('#w-filter', field + ' >> 3');
await county.waitForTimeout(1200);
await shot(county, '04-ask-wrong-filter');
await county.fill('#w-filter', field + ' is not null');
await county.fill('#w-purpose', '核对困难家庭车辆情况');
await county.fill('#w-basis', '社会救助暂行办法第五十八条');
await county.waitForTimeout(1200);
await shot(county, '05-ask-filled');
await county.click('[data-testid=ask-submit]');
await county.waitForURL(/subscriptions\/s/, { timeout: 15000 });
const one = new URL(county.url()).pathname;
await county.waitForSelector('.cb-terms');
await shot(county, '06-one-requested');

const officer = await signIn('data-officer', sizes.desk);
await officer.goto(base + '/exchange/subscriptions/new');
await shot(officer, '07-ask-no-department');
await officer.goto(base + one);
await officer.waitForSelector('.cb-inline-form input');
await shot(officer, '08-one-to-decide');
await officer.fill('.cb-inline-form input', '政务数据共享条例第二十条');
await officer.locator('.cb-inline-form .ant-btn-primary').click();
await officer.waitForSelector('[data-state=FLOWING]', { timeout: 60000 });
await officer.waitForTimeout(8000);
await officer.goto(base + '/exchange/runs/new');
await shot(officer, '09-start-empty');
const giving = all.filter((row) => row.shareType !== 'NOT_SHARED' && ['health', 'education', 'housing_fund', 'tax'].includes(row.department)).filter((row, i, rows) => rows.findIndex((each) => each.department === row.department) === i).slice(0, 3);
await choose(officer, 'r-resources', giving.map((row) => row.id));
const taking = ['civil_affairs', 'health', 'human_resources', 'tax'];
const names = await officer.evaluate(async () => Object.fromEntries((await (await fetch('/api/departments')).json()).map((each) => [each.code, each.title.zh])));
await choose(officer, 'r-consumers', taking.filter((code) => names[code]).map((code) => names[code]));
await officer.fill('#r-zh', '医保救助核对交换');
await officer.fill('#r-en', 'Exchange for medical aid checks');
await officer.fill('#r-purpose', '医疗救助对象资格核对');
await officer.fill('#r-basis', '政务数据共享条例第二十条');
await shot(officer, '10-start-filled');
await officer.click('[data-testid=run-submit]');
await officer.waitForURL(/runs\/run-/, { timeout: 30000 }).catch(() => say('the run did not start'));
const run = new URL(officer.url()).pathname;
await shot(officer, '11-run-begun');
await officer.waitForSelector('.cb-matrix');
await officer.waitForTimeout(25000);
say(JSON.stringify({ wanted: wanted.id, one, giving: giving.map((row) => row.id), run }));

const pages = { list: '/exchange/subscriptions', ask: '/exchange/subscriptions/new', one, run, start: '/exchange/runs/new' };
for (const [size, viewport] of Object.entries(sizes))
  for (const login of ['data-officer', 'county-officer']) {
    const page = await signIn(login, viewport);
    for (const lang of ['zh', 'en']) {
      await page.evaluate((given) => localStorage.setItem('cb.lang', given), lang);
      for (const [key, at] of Object.entries(pages).filter(([key]) => (login === 'county-officer') === (key === 'ask'))) {
        await page.goto(base + at);
        await page.waitForTimeout(1300);
        await shot(page, `${key}-${size}-${lang}`);
        if (key === 'one') {
          await page.locator('[data-testid=subscribed-batch]').first().click().catch(() => say('no batch to open'));
          await shot(page, `receipts-${size}-${lang}`);
        }
      }
    }
  }
await browser.close();
