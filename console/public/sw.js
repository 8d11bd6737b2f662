/* The field page opens without a signal: its files are kept here, its data in IndexedDB. The API is never cached. */
const SHELL = 'citybrain-field-v1';
const PAGE = '/field';
const PATIENCE_MILLIS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((cache) => cache.add(PAGE)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data?.type === 'shell') event.waitUntil(keep(event.data.files));
});

async function keep(files) {
  const cache = await caches.open(SHELL);
  const kept = (await cache.keys()).map((request) => new URL(request.url).pathname);
  await Promise.all(files.filter((file) => !kept.includes(file)).map((file) => cache.add(file).catch(() => undefined)));
  const isCode = (path) => /^\/assets\/.*\.(js|mjs|css)$/.test(path);
  await Promise.all(kept.filter((path) => isCode(path) && !files.includes(path)).map((path) => cache.delete(path)));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && url.pathname.startsWith(PAGE)) event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/') || url.pathname === '/icon.svg') event.respondWith(file(request));
});

/** The newest page when the network answers in time, the kept one otherwise. */
async function page(request) {
  const cache = await caches.open(SHELL);
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MILLIS) });
    if (response.ok && !response.redirected) await cache.put(PAGE, response.clone());
    return response;
  } catch (cause) {
    const kept = await cache.match(PAGE);
    if (kept) return kept;
    throw cause;
  }
}

/** Built files carry their hash in the name: what is kept is right. */
async function file(request) {
  const cache = await caches.open(SHELL);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}
