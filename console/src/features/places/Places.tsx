import { useQuery } from '@tanstack/react-query';
import { Button, Input, Table } from 'antd';
import { useState } from 'react';
import { items, locate } from '../../api/places';
import type { Features, Spot } from '../../api/places';
import { useLanguage } from '../../i18n';
import { Outcome } from '../../shared/page/Outcome';
import { Page } from '../../shared/page/Page';
import { Panel } from '../../shared/page/Panel';
import { ReceiptLink } from '../../shared/ReceiptLink';
import { useParam } from '../../shared/useParam';
import { AddressForm } from './AddressForm';
import { PlaceMap } from './PlaceMap';

const SIDE = 0.03;
const box = (x: number, y: number) => [x - SIDE, y - SIDE, x + SIDE, y + SIDE].map((edge) => edge.toFixed(4)).join(',');
const isPoint = (value: string) => value !== '' && Number.isFinite(Number(value));

/** A click on the map, or two numbers, give the village code and grid cell; around it lie the villages and cells. */
export default function Places() {
  const { t } = useLanguage();
  const [longitude, setLongitude] = useParam('x', '');
  const [latitude, setLatitude] = useParam('y', '');
  const outlines = useQuery({ queryKey: ['ogc', 'counties'], queryFn: () => items('counties', 'limit=1000'), staleTime: Infinity });
  const chosen = isPoint(longitude) && isPoint(latitude) ? ([Number(longitude), Number(latitude)] as [number, number]) : null;
  const choose = (x: number, y: number) => {
    setLongitude(x.toFixed(5));
    setLatitude(y.toFixed(5));
  };
  return (
    <Page title={t('place.title')} purpose={t('place.purpose')} asOf={outlines.dataUpdatedAt}>
      <div className="cb-two cb-places">
        <Panel title={t('place.map')} extra={<span className="cb-faint">{t('place.sketch')}</span>}>
          <Outcome query={outlines}>{(shapes) => <PlaceMap shapes={shapes as unknown as GeoJSON.FeatureCollection} chosen={chosen} onChoose={choose} />}</Outcome>
          <PointForm key={longitude + latitude} at={[longitude, latitude]} onChoose={choose} />
        </Panel>
        <div className="cb-stack">
          <Panel title={t('place.address')}>
            <AddressForm />
          </Panel>
          <Panel title={t('place.here')}>{chosen ? <Here x={chosen[0]} y={chosen[1]} /> : <p className="cb-faint">{t('place.choose')}</p>}</Panel>
        </div>
      </div>
    </Page>
  );
}

/** The point in degrees, as it was chosen on the map or is typed here. */
function PointForm({ at, onChoose }: { at: [string, string]; onChoose: (x: number, y: number) => void }) {
  const { t } = useLanguage();
  const [x, setX] = useState(at[0]);
  const [y, setY] = useState(at[1]);
  return (
    <form
      className="cb-filters cb-when"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose(Number(x), Number(y));
      }}
    >
      <label>
        {t('place.longitude')} <Input className="cb-degrees" inputMode="decimal" value={x} onChange={(event) => setX(event.target.value)} />
      </label>
      <label>
        {t('place.latitude')} <Input className="cb-degrees" inputMode="decimal" value={y} onChange={(event) => setY(event.target.value)} />
      </label>
      <Button htmlType="submit" disabled={!isPoint(x) || !isPoint(y)}>
        {t('place.find')}
      </Button>
    </form>
  );
}

function Here({ x, y }: { x: number; y: number }) {
  const { t } = useLanguage();
  const spot = useQuery({ queryKey: ['spot', x, y], queryFn: () => locate(x, y), retry: false });
  const villages = useQuery({ queryKey: ['ogc', 'villages', x, y], queryFn: () => items('villages', 'limit=50&bbox=' + box(x, y)) });
  const cells = useQuery({ queryKey: ['ogc', 'grid-cells', x, y], queryFn: () => items('grid-cells', 'limit=50&bbox=' + box(x, y)) });
  return (
    <>
      <Outcome query={spot}>{(found) => <Facts found={found} />}</Outcome>
      <h3>{t('place.villages')}</h3>
      <Outcome query={villages}>{(found) => <List found={found} code="code" name="path" />}</Outcome>
      <h3>{t('place.cells')}</h3>
      <Outcome query={cells}>{(found) => <List found={found} code="cell_code" name="title" />}</Outcome>
    </>
  );
}

function Facts({ found }: { found: Spot }) {
  const { t } = useLanguage();
  return (
    <>
      <dl className="cb-facts">
        <div>
          <dt>{t('place.village')}</dt>
          <dd>
            <code>{found.village.code}</code> {found.path}
          </dd>
        </div>
        <div>
          <dt>{t('place.cell')}</dt>
          <dd>
            {found.cell ? (
              <>
                <code>{found.cell}</code> {found.cellTitle}
              </>
            ) : (
              t('place.noCell')
            )}
          </dd>
        </div>
        {found.cellReceipt ? (
          <div>
            <dt>{t('registry.receipt')}</dt>
            <dd>
              <ReceiptLink receipt={found.cellReceipt} />
            </dd>
          </div>
        ) : null}
      </dl>
      {found.generated ? <p className="cb-faint">{t('place.generated')}</p> : null}
    </>
  );
}

function List({ found, code, name }: { found: Features; code: string; name: string }) {
  const { t } = useLanguage();
  return (
    <Table
      size="small"
      rowKey="id"
      dataSource={found.features}
      pagination={{ pageSize: 10, hideOnSinglePage: true, size: 'small' }}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: t('place.none') }}
      columns={[
        { title: t('place.code'), render: (_, feature) => <code>{String(feature.properties[code] ?? '—')}</code> },
        { title: t('place.name'), render: (_, feature) => String(feature.properties[name] ?? '—') },
      ]}
    />
  );
}
