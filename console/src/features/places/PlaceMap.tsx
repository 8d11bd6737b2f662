import { Map as MapView, Marker, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import { Loading } from '../../shared/page/Loading';
import { NoMap } from '../../shared/NoMap';
import { drawsMaps } from '../../shared/webgl';
import { light } from '../../tokens';

setWorkerUrl(workerUrl);

type Props = { shapes: GeoJSON.FeatureCollection; chosen: [number, number] | null; onChoose: (x: number, y: number) => void };

/** West, south, east, north of all outlines. */
function extent(shapes: GeoJSON.FeatureCollection): [number, number, number, number] {
  const edges: [number, number, number, number] = [180, 90, -180, -90];
  const widen = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [x, y] = part as unknown[];
    if (typeof x === 'number' && typeof y === 'number') {
      edges[0] = Math.min(edges[0], x);
      edges[1] = Math.min(edges[1], y);
      edges[2] = Math.max(edges[2], x);
      edges[3] = Math.max(edges[3], y);
    } else part.forEach(widen);
  };
  for (const shape of shapes.features) if (shape.geometry && 'coordinates' in shape.geometry) widen(shape.geometry.coordinates);
  return edges[0] < edges[2] ? edges : [113.9, 27.5, 116.2, 29.1];
}

/** A county's name in the middle of its outline; clicks go through it to the map. */
function nameOn(map: MapView, shape: GeoJSON.Feature): Marker {
  const element = document.createElement('span');
  element.className = 'cb-place-name';
  element.textContent = String(shape.properties?.name ?? '');
  const [west, south, east, north] = extent({ type: 'FeatureCollection', features: [shape] });
  return new Marker({ element }).setLngLat([(west + east) / 2, (south + north) / 2]).addTo(map);
}

/** County outlines without tiles; a click chooses a point. Where the browser cannot draw, it says so: degrees can be typed. */
export function PlaceMap(props: Props) {
  const [draws] = useState(() => drawsMaps());
  return draws ? <Drawn {...props} /> : <NoMap />;
}

function Drawn({ shapes, chosen, onChoose }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapView | null>(null);
  const [drawn, setDrawn] = useState(false);
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  }, [onChoose]);
  useEffect(() => {
    const container = host.current;
    if (!container) return undefined;
    const view = new MapView({
      container,
      bounds: extent(shapes),
      fitBoundsOptions: { padding: 16 },
      attributionControl: false,
      fadeDuration: 0,
      style: {
        version: 8,
        sources: { counties: { type: 'geojson', data: shapes } },
        layers: [
          { id: 'fill', type: 'fill', source: 'counties', paint: { 'fill-color': light.brand, 'fill-opacity': 0.12 } },
          { id: 'edge', type: 'line', source: 'counties', paint: { 'line-color': light.brand, 'line-width': 1 } },
        ],
      },
    });
    view.on('click', (event) => choose.current(event.lngLat.lng, event.lngLat.lat));
    view.on('idle', () => {
      container.dataset.map = 'idle';
      setDrawn(true);
    });
    setMap(view);
    return () => {
      setMap(null);
      setDrawn(false);
      view.remove();
    };
  }, [shapes]);
  useEffect(() => {
    const names = map ? shapes.features.map((shape) => nameOn(map, shape)) : [];
    return () => names.forEach((name) => name.remove());
  }, [map, shapes]);
  const [x, y] = chosen ?? [NaN, NaN];
  useEffect(() => {
    if (!map || Number.isNaN(x) || Number.isNaN(y)) return undefined;
    const marker = new Marker().setLngLat([x, y]).addTo(map);
    return () => {
      marker.remove();
    };
  }, [map, x, y]);
  return (
    <div className="cb-place-frame">
      <div ref={host} className="cb-place-map" data-testid="map" />
      {drawn ? null : <Loading />}
    </div>
  );
}
