import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Which answers grow old when the server says that something of a topic changed. */
const TOPICS: Record<string, string[]> = {
  todo: ['todos', 'cases', 'case', 'visits'],
  case: ['todos', 'cases', 'case', 'wall'],
  alert: ['alerts', 'wall'],
  wall: ['wall'],
  lane: ['lanes', 'lane'],
  subscription: ['subscriptions', 'subscription'],
  finding: ['findings', 'lanes'],
  catalogue: ['resources', 'resource'],
  clock: ['clock'],
  scene: ['scenes', 'scene'],
};
const PAUSE = 1000;

/** Listens to /api/events and refreshes what changed, at most once a second and topic by topic. */
export function useLiveChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    const waiting = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      for (const key of waiting) void client.invalidateQueries({ queryKey: [key] });
      waiting.clear();
    };
    const events = new EventSource('/api/events');
    events.addEventListener('changed', (event: MessageEvent<string>) => {
      const topic = topicOf(event.data);
      for (const key of TOPICS[topic] ?? []) waiting.add(key);
      if (waiting.size && !timer) timer = setTimeout(flush, PAUSE);
    });
    return () => {
      clearTimeout(timer);
      events.close();
    };
  }, [client]);
}

function topicOf(data: string): string {
  try {
    return String((JSON.parse(data) as { topic?: string }).topic ?? '');
  } catch {
    return '';
  }
}
