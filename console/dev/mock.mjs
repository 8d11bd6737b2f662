/** Serves dist/ with invented answers: `node dev/mock.mjs [port]`. For development and screenshots only. */
import { readFileSync, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as work from './fixtures.mjs';
import * as data from './fixtures-data.mjs';
import * as credit from './fixtures-credit.mjs';
import * as exchange from './fixtures-exchange.mjs';
import * as firms from './fixtures-firms.mjs';
import * as registry from './fixtures-registry.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const shapes = process.env.CB_SHARED && path.join(process.env.CB_SHARED, 'data/city/boundaries/360900-yichun-wgs84.geojson');
const square = (code, x, y) => ({ type: 'Feature', properties: { adcode: code, name: code }, geometry: { type: 'Polygon', coordinates: [[[x, y], [x + 0.5, y], [x + 0.5, y + 0.4], [x, y + 0.4], [x, y]]] } });
const sketch = { type: 'FeatureCollection', features: data.wall.counties.map(({ code }, i) => square(code, 114 + (i % 4) * 0.5, 27.6 + Math.floor(i / 4) * 0.4)) };

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json' };
const routes = [
  [/^GET \/api\/me$/, () => work.me],
  [/^GET \/api\/accounts\/names$/, () => work.accountNames],
  [/^GET \/api\/clock$/, () => work.clock()],
  [/^GET \/api\/todos$/, () => work.todos],
  [/^GET \/api\/cases$/, () => work.cases],
  [/^GET \/api\/cases\//, () => work.caseDetail],
  [/^GET \/api\/decisions\/waiting$/, () => ({ waiting: { value: 0, unit: 'candidates', source: 'rules:waiting' }, failing: { value: 0, unit: 'candidates', source: 'rules:waiting' }, oldest: { value: 0, unit: 'seconds', source: 'rules:waiting' } })],
  [/^(GET|POST) \/api\/decisions\//, () => work.decision],
  [/^GET \/api\/alerts$/, () => work.alerts],
  [/^GET \/api\/departments$/, () => exchange.run.units.map(({ code, title }) => ({ code, title }))],
  [/^GET \/api\/resources$/, () => data.resources],
  [/^GET \/api\/resources\/[^/]+\/rows$/, () => data.sample],
  [/^GET \/api\/resources\//, () => data.resource],
  [/^GET \/api\/exchange\/lanes$/, () => data.lanes],
  [/^GET \/api\/exchange\/lanes\//, () => data.lane],
  [/^GET \/api\/exchange\/batches\/[^/]+\/\d+\/(\d+)$/, (match) => ({ batch: data.batch(Number(match[1])), fingerprint: '1', keys: [] })],
  [/^GET \/api\/subscriptions$/, () => exchange.subscriptions],
  [/^GET \/api\/subscriptions\/([^/]+)$/, (match) => exchange.opened(match[1])],
  [/^POST \/api\/subscriptions\/filter$/, () => ({ zh: '金额 大于等于 100', en: 'amount at least 100' })],
  [/^GET \/api\/exchange\/runs$/, () => exchange.runs],
  [/^GET \/api\/exchange\/runs\//, () => exchange.run],
  [/^GET \/api\/exchange\/findings$/, () => data.findings],
  [/^POST \/api\/registry\/persons\/search$/, () => data.hits],
  [/^GET \/api\/registry\/persons\/[^/]+\/reads$/, () => data.reads],
  [/^GET \/api\/registry\/persons\/[^/]+\/corrections$/, () => registry.corrections],
  [/^GET \/api\/registry\/persons\/[^/]+\/firms$/, () => firms.roles],
  [/^GET \/api\/registry\/persons\//, () => ({ ...data.person, records: registry.records })],
  [/^POST \/api\/registry\/firms\/search$/, () => firms.firmHits],
  [/^GET \/api\/registry\/(firms|licences|credit)\/[^/]+\/corrections$/, () => registry.corrections],
  [/^GET \/api\/registry\/firms\//, () => firms.firm],
  [/^GET \/api\/registry\/papers\/(licence|credit)\/types$/, (match) => firms.types(match[1])],
  [/^GET \/api\/registry\/papers\/(licence|credit)\/one\//, (match) => firms.onePaper(match[1])],
  [/^(?:GET|POST) \/api\/registry\/papers\/(licence|credit)(?:\/.*)?$/, (match) => firms.papers(match[1])],
  [/^GET \/api\/credit\/files$/, () => credit.openFiles],
  [/^(GET|POST) \/api\/credit\//, () => credit.file],
  [/^GET \/api\/licences$/, () => firms.eLicences],
  [/^GET \/api\/public\/licences\//, () => firms.licenceCheck],
  [/^GET \/api\/economy\/series$/, () => firms.allSeries],
  [/^GET \/api\/economy\/series\/[^/]+\/revisions$/, () => firms.revisions],
  [/^GET \/api\/economy\/series\//, () => firms.series],
  [/^GET \/api\/registry\/entities\/[^/]+\/changes$/, () => firms.changes],
  [/^GET \/api\/registry\/entities\//, () => registry.history],
  [/^GET \/api\/registry\/doubts$/, () => registry.doubts],
  [/^GET \/api\/registry\/doubts\//, () => registry.explained],
  [/^GET \/api\/registry\/quality$/, () => registry.quality],
  [/^GET \/api\/places\/locate$/, () => registry.spot],
  [/^POST \/api\/places\/address$/, () => registry.address],
  [/^GET \/api\/registry\/households\//, () => data.household],
  [/^GET \/api\/scenes$/, () => [{ ...data.scene, findings: 1 }]],
  [/^GET \/api\/scenes\//, () => data.scene],
  [/^GET \/api\/wall$/, () => data.wall],
  [/^GET \/api\/audit\/events$/, () => data.auditEvents],
  [/^GET \/api\/audit$/, () => data.audit],
  [/^GET \/api\/field\/visits$/, () => data.visits],
  [/^POST \/api\/field\/sync$/, (_, body) => ({ results: body.items.map(({ clientId }) => ({ clientId, state: 'DONE' })) })],
  [/^GET \/api\/regions\/geojson$/, () => (shapes && existsSync(shapes) ? JSON.parse(readFileSync(shapes, 'utf8')) : sketch)],
  [/^GET \/ogc\/collections\/counties\//, () => (shapes && existsSync(shapes) ? JSON.parse(readFileSync(shapes, 'utf8')) : sketch)],
  [/^GET \/ogc\//, () => registry.features],
  [/^GET \/api\/sources\//, () => data.source],
  [/^POST \//, () => ({})],
];

function answer(request, response, body) {
  const pathname = decodeURI(request.url.split('?')[0]);
  if (pathname === '/api/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('event: changed\ndata: {"topic":"wall"}\n\n');
    return;
  }
  for (const [pattern, reply] of routes) {
    const match = pattern.exec(`${request.method} ${pathname}`);
    if (match) return void response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(reply(match, body)));
  }
  if (pathname.startsWith('/api/')) return void response.writeHead(404, { 'Content-Type': 'application/problem+json' }).end('{"code":"not-found","title":"Not found"}');
  const wanted = path.join(dist, pathname);
  const file = wanted.startsWith(dist) && existsSync(wanted) && statSync(wanted).isFile() ? wanted : path.join(dist, 'index.html');
  response.writeHead(200, { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
}

export function serve(port) {
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => answer(request, response, chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : {}));
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await serve(Number(process.argv[2] ?? 0));
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
}
