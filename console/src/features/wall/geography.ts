import type { County } from '../../api/wall';
import { wallSequence } from '../../tokens';

type Point = [number, number];

export const countyCode = (feature: GeoJSON.Feature) => String(feature.properties?.code ?? feature.properties?.adcode ?? feature.id ?? '').slice(0, 6);

function* pointsOf(feature: GeoJSON.Feature): Generator<Point> {
  const { geometry } = feature;
  const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [];
  for (const polygon of polygons) for (const ring of polygon) for (const point of ring) yield point as Point;
}

/** West, south, east, north. */
export function extentOf(shapes: GeoJSON.FeatureCollection): [number, number, number, number] {
  const extent: [number, number, number, number] = [180, 90, -180, -90];
  for (const feature of shapes.features) {
    for (const [x, y] of pointsOf(feature)) {
      extent[0] = Math.min(extent[0], x);
      extent[1] = Math.min(extent[1], y);
      extent[2] = Math.max(extent[2], x);
      extent[3] = Math.max(extent[3], y);
    }
  }
  return extent;
}

/** The middle of the county's extent: the given centre is its seat, which is too near the edge for a label. */
export function centreOf(feature: GeoJSON.Feature): Point {
  const [west, south, east, north] = extentOf({ type: 'FeatureCollection', features: [feature] });
  return [(west + east) / 2, (south + north) / 2];
}

/** Lower ends of the colour steps: round numbers, from zero up. */
export function legendOf(counties: County[]): number[] {
  const most = Math.max(0, ...counties.map((county) => Number(county.value ?? 0)));
  const rough = most / wallSequence.length;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const step = Math.max(1, Math.ceil(rough / power) * power);
  return wallSequence.map((_, index) => index * step).filter((from) => from <= most);
}

export function coloured(shapes: GeoJSON.FeatureCollection, counties: County[], legend: number[]): GeoJSON.FeatureCollection {
  const colourOf = (feature: GeoJSON.Feature) => {
    const count = counties.find((county) => county.code === countyCode(feature))?.value;
    return count == null ? undefined : wallSequence[Math.max(0, legend.findLastIndex((from) => count >= from))];
  };
  return { ...shapes, features: shapes.features.map((feature) => ({ ...feature, properties: { ...feature.properties, colour: colourOf(feature) } })) };
}
