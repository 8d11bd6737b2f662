import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { accountNames } from '../api/me';
import { useLanguage } from '../i18n';

/** What the people behind logins are called; machines by the words of `actor.*`, anything else stands for itself. */
export function useAccounts() {
  const { pick, word } = useLanguage();
  const { data } = useQuery({ queryKey: ['account-names'], queryFn: accountNames, staleTime: 300_000 });
  return useCallback((login?: string | null) => (login ? pick(data?.[login]) || word('actor', login) : '—'), [data, pick, word]);
}
