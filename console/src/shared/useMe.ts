import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { me } from '../api/me';
import { useLanguage } from '../i18n';

/** Who is signed in, named in the reader's language. */
export function useMe() {
  const { lang } = useLanguage();
  return useQuery({ queryKey: ['me', lang], queryFn: me, staleTime: 300_000, placeholderData: keepPreviousData });
}
