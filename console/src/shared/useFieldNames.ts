import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { resource } from '../api/catalogue';
import { useLanguage } from '../i18n';
import { useMe } from './useMe';

/** An opaque id goes by the name of the number that it stands for. */
const OPAQUE = /_ref$/;

/** The fields of some resources as the catalogue names them; a column it does not know stands for itself. */
export function useFieldNames(ids: string[]) {
  const { pick } = useLanguage();
  const may = useMe().data?.authorities.includes('catalogue.read');
  const found = useQueries({
    queries: [...new Set(ids)].map((id) => ({ queryKey: ['resource', id], queryFn: () => resource(id), staleTime: 300_000, enabled: !!may })),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data] : [])),
  });
  return useMemo(() => {
    const names = new Map(found.flatMap((one) => one.fields.map((field) => [one.id + '.' + field.name, pick(field.title)])));
    return (id: string, name: string) => names.get(id + '.' + name.replace(OPAQUE, '')) || name;
  }, [found, pick]);
}
