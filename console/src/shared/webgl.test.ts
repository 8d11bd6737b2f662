import { describe, expect, it } from 'vitest';
import { drawsMaps } from './webgl';

const canvas = (getContext: () => unknown) => ({ getContext }) as unknown as HTMLCanvasElement;

describe('drawsMaps', () => {
  it('says no where the browser has no WebGL 2', () => {
    expect(drawsMaps(canvas(() => null))).toBe(false);
  });

  it('says no where asking for it already fails', () => {
    expect(
      drawsMaps(
        canvas(() => {
          throw new Error('blocked');
        }),
      ),
    ).toBe(false);
  });

  it('says yes and gives the trial context back', () => {
    let given = 0;
    expect(drawsMaps(canvas(() => ({ getExtension: () => ({ loseContext: () => given++ }) })))).toBe(true);
    expect(given).toBe(1);
  });
});
