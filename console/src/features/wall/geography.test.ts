import { expect, it } from 'vitest';
import { centreOf, coloured, extentOf, legendOf } from './geography';

const county = (code: string, value: number | null) => ({ code, name: code, value, source: 's' });
const square: GeoJSON.Feature = { type: 'Feature', properties: { adcode: '360902' }, geometry: { type: 'Polygon', coordinates: [[[114, 27], [115, 27], [115, 28], [114, 28], [114, 27]]] } };
const shapes: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [square] };

it('finds extent and middle of a county', () => {
  expect(extentOf(shapes)).toEqual([114, 27, 115, 28]);
  expect(centreOf(square)).toEqual([114.5, 27.5]);
});

it('makes steps of round numbers from zero', () => {
  expect(legendOf([county('a', 57), county('b', 3)])).toEqual([0, 10, 20, 30, 40, 50]);
  expect(legendOf([county('a', 0)])).toEqual([0]);
});

it('leaves a county without a figure uncoloured', () => {
  const [unknown] = coloured(shapes, [county('360902', null)], [0]).features;
  expect(unknown?.properties?.colour).toBeUndefined();
  const [known] = coloured(shapes, [county('360902', 5)], [0, 4]).features;
  expect(known?.properties?.colour).toBeTypeOf('string');
});
