import type { Ground } from '../../api/registry';

/** Purpose and legal basis of the reads in this tab; stated once, sent with each read, forgotten with the tab. */
export type { Ground };

const KEPT = 'cb.ground';

export const keepGround = (ground: Ground) => sessionStorage.setItem(KEPT, JSON.stringify(ground));

export function keptGround(): Ground | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Ground | null;
    return kept?.purpose && kept.legalBasis ? kept : null;
  } catch {
    return null;
  }
}
