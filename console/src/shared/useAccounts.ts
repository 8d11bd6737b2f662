import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { accountNames } from '../api/me';
import { useLanguage } from '../i18n';

/** A machine goes by what it is, told before the colon: `rule:medical-burden`. */
function machine(login: string, word: (group: string, code: string) => string): string {
  const kind = login.split(':')[0] ?? login;
  const named = word('actor', kind);
  return named === kind ? login : named;
}

/** What the people behind logins are called; machines by the words of `actor.*`, anything else stands for itself. */
export function useAccounts() {
  const { pick, word } = useLanguage();
  const { data } = useQuery({ queryKey: ['account-names'], queryFn: accountNames, staleTime: 300_000 });
  return useCallback((login?: string | null) => (login ? pick(data?.[login]) || machine(login, word) : '—'), [data, pick, word]);
}
