import { useQuery } from '@tanstack/react-query';
import { me } from '../api/me';

export const useMe = () => useQuery({ queryKey: ['me'], queryFn: me, staleTime: 300_000 });
