import { useEffect, useState } from 'react';

const fit = () => Math.min(window.innerWidth / 1920, window.innerHeight / 1080);

/** How much the 1920 by 1080 canvas is scaled to fit the screen it is on. */
export function useFit(): number {
  const [scale, setScale] = useState(fit);
  useEffect(() => {
    const changed = () => setScale(fit());
    window.addEventListener('resize', changed);
    return () => window.removeEventListener('resize', changed);
  }, []);
  return scale;
}
