import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { resources } from '../api/catalogue';
import { useLanguage } from '../i18n';
import { useMe } from './useMe';

const MANY = 200;

/** The resources as the catalogue names them; an id that the catalogue does not know, or may not tell, stands for itself. */
export function useResources() {
  const { pick } = useLanguage();
  const may = useMe().data?.authorities.includes('catalogue.read');
  const { data } = useQuery({ queryKey: ['resource-names'], queryFn: () => resources({ size: MANY }), staleTime: 300_000, enabled: !!may });
  return useCallback((id?: string | null) => pick(data?.rows.find((row) => row.id === id)?.title) || (id ?? ''), [data, pick]);
}
