import { useEffect, useState } from 'react';
import { font } from '../../tokens';

/** Whether the bundled font has every character of the text: it comes in parts, and a canvas does not draw itself again when one arrives. */
export function useFonts(text: string): boolean {
  const [ready, setReady] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const enough = () => {
      if (wanted) setReady(text);
    };
    document.fonts.load(`16px ${font.family}`, text).then(enough, enough);
    return () => {
      wanted = false;
    };
  }, [text]);
  return ready === text;
}
