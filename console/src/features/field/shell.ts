/** Tells the service worker which files this page is made of, so that it opens without a signal. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  await navigator.serviceWorker.register('/sw.js', { scope: '/field' });
  const registration = await navigator.serviceWorker.ready;
  const own = performance
    .getEntriesByType('resource')
    .map((entry) => new URL(entry.name))
    .filter((address) => address.origin === location.origin && (address.pathname.startsWith('/assets/') || address.pathname === '/icon.svg'))
    .map((address) => address.pathname);
  registration.active?.postMessage({ type: 'shell', files: [...new Set(own)] });
}
