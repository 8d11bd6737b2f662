import { get } from './http';
import type { Page, Place, Text } from './types';
import { pageOf } from './types';

export type Alert = {
  id: string;
  scene: string;
  level: 'BLUE' | 'YELLOW' | 'ORANGE' | 'RED';
  title: Text;
  reason?: Text | null;
  subjectName?: string;
  place?: Place | null;
  state: string;
  raisedAt: string;
  caseId?: string | null;
  decisionId?: string | null;
};

export async function alerts(query: { state?: string; level?: string; page?: number; size?: number }): Promise<Page<Alert>> {
  return pageOf(await get<Alert[] | Page<Alert>>('/alerts', query));
}
