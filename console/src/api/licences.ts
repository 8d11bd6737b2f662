import { get, part, post } from './http';
import type { Text } from './types';

export type LicenceState = 'VALID' | 'EXPIRED' | 'REVOKED' | 'CHANGED' | 'FORGED';
export type ELicence = { identifier: string; paper: string; version: number; state: LicenceState; issuedAt: string; issuedBy: string; checkCode: string; revokedAt?: string | null; revokedReason?: string | null };
export type SignedLicence = { document: string; signature: string; node: string; publicKey: string };
export type LicenceCheck = { identifier: string; state: LicenceState; type: Text; issuer: Text; number: string; holder: string; from?: string | null; to?: string | null; issuedAt: string; revocation?: string | null };

export const eLicences = (paper: string) => get<ELicence[]>('/licences', { paper });
export const issueLicence = (paper: string, ground: { purpose: string; legalBasis: string }) => post<ELicence>('/licences', { paper, ...ground });
export const revokeLicence = (identifier: string, reason: string) => post<ELicence>('/licences/' + part(identifier) + '/revocation', { reason });
export const signedLicence = (identifier: string, ground: { purpose: string; legalBasis: string }) => get<SignedLicence>('/licences/' + part(identifier) + '/document', ground);
export const checkLicence = (identifier: string, code: string) => get<LicenceCheck>('/public/licences/' + part(identifier), { code });
