import { expect, test } from 'vitest';
import type { RunCell } from '../../api/subscriptions';
import { byPair } from './Run';

const cell = (subscription: string) => ({ provider: 'tax', consumer: 'health', subscription }) as RunCell;

test('several tables of one unit to another are all shown', () => {
  expect(byPair([cell('a'), cell('b')]).get('tax>health')?.map((each) => each.subscription)).toEqual(['a', 'b']);
});
