import { useEffect, useState } from 'react';
import { font } from '../../tokens';

/** Charts measure text when they are drawn, so the bundled font has to be there first. */
export function useFonts(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const enough = () => setReady(true);
    document.fonts.load(`16px ${font.family}`, '城市大脑0123').then(enough, enough);
  }, []);
  return ready;
}
