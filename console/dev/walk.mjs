/** Walks through what a still picture cannot show, against the mock: keys, source drawer, batch, language, work without a signal. */
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { serve } from './mock.mjs';

const server = await serve(0);
const base = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const said = (text) => process.stdout.write(text + '\n');

async function desk() {
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  await page.goto(base + '/');
  await page.waitForSelector('.ant-table-row');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.waitForSelector('.cb-batch');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/cases/**');
  said('j, j, x, Enter chooses the second task and opens its case');
  await page.locator('[data-testid=figure]').first().click();
  await page.waitForSelector('[data-testid=source-drawer] .cb-code');
  await page.locator('.cb-receipts a').first().click();
  await page.waitForSelector('[data-testid=receipt]');
  said('a fact opens its source, the source its batch with the receipt');
  await page.goto(base + '/cases/c-3609-000?task=t-0');
  await page.locator('[data-testid=form-submit]').click();
  assert.equal(await page.locator('.cb-mistake').count(), 2);
  await page.getByText('是', { exact: true }).click();
  await page.fill('#f-opinion', '同意');
  const [sent] = await Promise.all([page.waitForRequest('**/api/tasks/t-0/complete'), page.locator('[data-testid=form-submit]').click()]);
  assert.deepEqual(sent.postDataJSON().values, { householdSize: 4, agree: true, opinion: '同意' });
  said('a form names its mistakes, then sends only its own fields');
  await page.locator('[data-testid=language]').click();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  said('the language is kept');
  await page.close();
}

/** A page that is given an answer it cannot draw: it says so, the frame around it works. */
async function broken() {
  const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  await page.route('**/api/scenes', (route) => route.fulfill({ json: [null] }));
  await page.goto(base + '/scenes?lang=zh');
  await page.getByText('这个页面出错了').waitFor();
  await page.locator('[data-testid=language]').click();
  await page.getByText('This page broke').waitFor();
  await page.locator('.cb-menu a[href="/cases"]').click();
  await page.waitForSelector('.ant-table-row');
  assert.equal(await page.locator('[data-testid=broken]').count(), 0);
  await page.goBack();
  await page.getByText('This page broke').waitFor();
  await page.unroute('**/api/scenes');
  await page.locator('[data-testid=broken-reload]').click();
  await page.waitForSelector('.cb-page');
  said('a page that breaks says so in both languages, the menu leads on, loading again mends it');
  await page.close();
}

async function field() {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 }, permissions: ['geolocation'], geolocation: { longitude: 114.4, latitude: 27.8 } });
  const page = await context.newPage();
  await page.goto(base + '/field');
  await page.waitForSelector('[data-testid=visit]');
  await page.waitForFunction(async () => (await caches.match('/field')) && (await (await caches.open('citybrain-field-v1')).keys()).length > 8);
  await context.setOffline(true);
  await page.reload();
  await page.waitForSelector('[data-testid=visit]');
  assert.equal(await page.getAttribute('[data-testid=signal]', 'data-online'), 'false');
  said('without a signal the field page opens and shows the visits');
  await page.locator('[data-testid=visit]').first().click();
  await page.locator('.ant-radio-button-wrapper').filter({ hasText: '良好' }).click();
  await page.locator('.ant-radio-button-wrapper').filter({ hasText: '是' }).first().click();
  await page.getByText('记录当前位置').click();
  await page.getByText('已记录').waitFor();
  const pad = await page.locator('canvas').boundingBox();
  await page.mouse.move(pad.x + 40, pad.y + 60);
  await page.mouse.down();
  await page.mouse.move(pad.x + 160, pad.y + 100, { steps: 6 });
  await page.mouse.up();
  await page.locator('[data-testid=form-submit]').click();
  await page.waitForSelector('[data-testid=waiting]');
  assert.equal(await page.locator('[data-testid=visit]').count(), 3);
  await page.reload();
  await page.waitForSelector('[data-testid=waiting]');
  if (process.argv[2]) await page.screenshot({ path: process.argv[2] });
  said('a finished visit waits on the phone, also after the page is opened again');
  const [sent] = await Promise.all([page.waitForRequest('**/api/field/sync'), context.setOffline(false)]);
  const [item] = sent.postDataJSON().items;
  assert.equal(item.taskId, 'v-0');
  assert.equal(item.photos.at(-1).name, 'signature.png');
  assert.ok(item.position.accuracy >= 0);
  await page.waitForSelector('[data-testid=waiting]', { state: 'detached' });
  said('with a signal it is sent by itself');
  await context.close();
}

try {
  await desk();
  await broken();
  await field();
} finally {
  await browser.close();
  server.close();
}
