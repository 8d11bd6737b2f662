import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { departments } from '../api/catalogue';
import { useLanguage } from '../i18n';

/** The departments as the catalogue names them; a code the catalogue does not know stands for itself. */
export function useDepartments() {
  const { pick } = useLanguage();
  const { data } = useQuery({ queryKey: ['departments'], queryFn: departments, staleTime: 60_000 });
  const nameOf = useCallback((code?: string | null) => pick(data?.find((department) => department.code === code)?.title) || (code ?? ''), [data, pick]);
  return { codes: (data ?? []).map((department) => department.code), nameOf };
}
