import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { clock } from '../../api/me';

export type CityNow = { now: Date; speed: number };

/** The city's time, asked for now and then and carried on between by its speed. */
export function useCityClock(tickMillis = 1000): CityNow | null {
  const query = useQuery({ queryKey: ['clock'], queryFn: clock, refetchInterval: 15_000 });
  const [machine, setMachine] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setMachine(Date.now()), tickMillis);
    return () => clearInterval(timer);
  }, [tickMillis]);
  if (!query.data) return null;
  const { cityTime, speed } = query.data;
  const passed = Math.max(0, machine - query.dataUpdatedAt);
  return { now: new Date(new Date(cityTime).getTime() + passed * speed), speed };
}
