import { get, post } from './http';
import type { Bilingual } from './types';

export type Me = { login: string; name: string; roles: string[]; authorities: string[]; region?: string | null; department?: string; locale?: string };
export type Clock = { cityTime: string; machineTime: string; speed: number };

export const me = () => get<Me>('/me');
export const accountNames = () => get<Record<string, Bilingual>>('/accounts/names');
export const logout = () => post<void>('/logout');
export const clock = () => get<Clock>('/clock');
export const setClock = (change: { speed?: number; advanceTo?: string }) => post<Clock>('/clock', change);
