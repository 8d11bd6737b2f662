import type { LicenceState } from '../api/licences';

/** Colours of an e-licence's state, the same on the desk and on the page that checks. */
export const LICENCE_COLOURS: Record<LicenceState, string> = { VALID: 'green', EXPIRED: 'default', REVOKED: 'red', CHANGED: 'orange', FORGED: 'red' };
