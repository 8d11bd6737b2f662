import { useQuery } from '@tanstack/react-query';
import { Map as MapView, Marker, setWorkerUrl } from 'maplibre-gl';
import type { GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Alert } from '../../api/alerts';
import { regions } from '../../api/wall';
import type { County } from '../../api/wall';
import { useLanguage } from '../../i18n';
import { Figure } from '../../shared/figure/Figure';
import { Outcome } from '../../shared/page/Outcome';
import { NoMap } from '../../shared/NoMap';
import { drawsMaps } from '../../shared/webgl';
import { wall, wallAlertLevel, wallSequence } from '../../tokens';
import { centreOf, coloured, countyCode, extentOf, legendOf } from './geography';

setWorkerUrl(workerUrl);

type Props = { counties: County[]; alerts: Alert[] };

/** The city by county: colour by figure, the figure itself on top, a pulse once where an alert is new. No tiles from anywhere. */
export function WallMap({ counties, alerts }: Props) {
  const query = useQuery({ queryKey: ['regions'], queryFn: regions, staleTime: Infinity });
  const { t } = useLanguage();
  const [draws] = useState(() => drawsMaps());
  if (!draws) return <NoMap />;
  return (
    <Outcome query={query}>
      {(shapes) =>
        shapes.features.length ? (
          <Sketch shapes={shapes} counties={counties} alerts={alerts} />
        ) : (
          <p className="cb-faint" data-map="idle">
            {t('wall.noOutlines')}
          </p>
        )
      }
    </Outcome>
  );
}

/** The map from its first moment, so that names and numbers stand while the outlines are still drawn; `data-map` tells when they are. */
function useMap(shapes: GeoJSON.FeatureCollection) {
  const host = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapView | null>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const container = host.current;
    if (!container) return undefined;
    container.dataset.map = 'drawing';
    const view = new MapView({
      container,
      bounds: extentOf(shapes),
      fitBoundsOptions: { padding: 24 },
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      style: {
        version: 8,
        sources: { counties: { type: 'geojson', data: shapes } },
        layers: [
          { id: 'fill', type: 'fill', source: 'counties', paint: { 'fill-color': ['coalesce', ['get', 'colour'], wall.sunken], 'fill-opacity': 0.85 } },
          { id: 'edge', type: 'line', source: 'counties', paint: { 'line-color': wall.brand, 'line-width': 1.5, 'line-opacity': 0.7 } },
        ],
      },
    });
    setMap(view);
    view.once('load', () => setDrawn(true));
    view.on('idle', () => {
      container.dataset.map = 'idle';
    });
    return () => {
      setMap(null);
      setDrawn(false);
      view.remove();
    };
  }, [shapes]);
  return { host, map, drawn };
}

function Sketch({ shapes, counties, alerts }: Props & { shapes: GeoJSON.FeatureCollection }) {
  const { word } = useLanguage();
  const unit = counties.find((county) => county.unit)?.unit;
  const legend = useMemo(() => legendOf(counties), [counties]);
  const now = useMemo(() => coloured(shapes, counties, legend), [shapes, counties, legend]);
  const [first] = useState(now);
  const { host, map, drawn } = useMap(first);
  const shown = useRef(first);
  useEffect(() => {
    const source = drawn ? map?.getSource<GeoJSONSource>('counties') : undefined;
    if (!source || shown.current === now) return;
    shown.current = now;
    void source.setData(now);
  }, [map, drawn, now]);
  usePulses(map, shapes, alerts);
  return (
    <div className="cb-map">
      <div ref={host} className="cb-map-host" data-testid="map" />
      {map ? shapes.features.map((feature) => <CountyLabel key={countyCode(feature)} map={map} feature={feature} county={counties.find((one) => one.code === countyCode(feature))} />) : null}
      <ul className="cb-legend" aria-hidden>
        {unit ? <li>{word('unit', unit)}</li> : null}
        {legend.map((step, index) => (
          <li key={step}>
            <i style={{ background: wallSequence[index] }} />≥ {step}
          </li>
        ))}
      </ul>
    </div>
  );
}

function CountyLabel({ map, feature, county }: { map: MapView; feature: GeoJSON.Feature; county?: County }) {
  const [host] = useState(() => document.createElement('div'));
  useEffect(() => {
    const marker = new Marker({ element: host, anchor: 'center' }).setLngLat(centreOf(feature)).addTo(map);
    return () => {
      marker.remove();
    };
  }, [map, feature, host]);
  const name = county?.name ?? String(feature.properties?.name ?? '');
  return createPortal(
    <span className="cb-county">
      {name}
      {county ? <Figure figure={{ ...county, unit: '' }} /> : null}
    </span>,
    host,
  );
}

/** Each alert pulses once in its county, when it is first seen. */
function usePulses(map: MapView | null, shapes: GeoJSON.FeatureCollection, alerts: Alert[]) {
  const seen = useRef(new Set<string>());
  useEffect(() => {
    if (!map) return;
    for (const alert of alerts) {
      const shape = shapes.features.find((feature) => alert.place?.code.startsWith(countyCode(feature)));
      if (!shape || seen.current.has(alert.id)) continue;
      seen.current.add(alert.id);
      const element = document.createElement('div');
      element.className = 'cb-pulse';
      element.style.setProperty('--level', wallAlertLevel[alert.level] ?? wall.brand);
      element.innerHTML = '<i></i>';
      const marker = new Marker({ element }).setLngLat(centreOf(shape)).addTo(map);
      element.addEventListener('animationend', () => marker.remove());
    }
  }, [map, shapes, alerts]);
}
