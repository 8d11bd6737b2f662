import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useMemo, useRef } from 'react';
import type { Wall } from '../../api/wall';
import { useLanguage } from '../../i18n';
import { formatTime } from '../../shared/format';
import { font, wall, wallCategorical } from '../../tokens';
import { useFonts } from './useFonts';

echarts.use([LineChart, GridComponent, LegendComponent, CanvasRenderer]);

const AXIS = '0123456789:,.';

/** Facts that flow into the pool, by department. */
export function FlowChart({ flow }: { flow: NonNullable<Wall['flow']> }) {
  const { pick, lang } = useLanguage();
  const host = useRef<HTMLDivElement>(null);
  const names = useMemo(() => flow.series.map((series) => pick(series.title) || series.id), [flow, pick]);
  const fonts = useFonts(names.join('') + AXIS);
  const chart = useRef<ReturnType<typeof echarts.init>>(null);
  useEffect(() => {
    if (!host.current) return undefined;
    chart.current = echarts.init(host.current, undefined, { renderer: 'canvas' });
    return () => {
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    if (!fonts) return;
    const times = [...new Set(flow.series.flatMap((series) => series.points.map((point) => point.at)))].sort();
    const text = { color: wall.textSoft, fontFamily: font.family, fontSize: 16 };
    chart.current?.setOption(
      {
        animation: false,
        color: wallCategorical,
        grid: { left: 8, right: 12, top: 44, bottom: 4, containLabel: true },
        legend: { top: 0, left: 0, textStyle: text, itemWidth: 18, itemHeight: 4, icon: 'rect' },
        xAxis: { type: 'category', data: times.map((at) => formatTime(at, lang).slice(-5)), axisLabel: { ...text, interval: Math.ceil(times.length / 5) }, axisLine: { lineStyle: { color: wall.line } }, axisTick: { show: false }, boundaryGap: false },
        yAxis: { type: 'value', axisLabel: text, splitLine: { lineStyle: { color: wall.lineSoft } }, splitNumber: 3 },
        series: flow.series.map((series, index) => {
          const at = new Map(series.points.map((point) => [point.at, point.value]));
          return { type: 'line', name: names[index], stack: 'all', areaStyle: { opacity: 0.25 }, lineStyle: { width: 2 }, symbol: 'none', data: times.map((time) => at.get(time) ?? 0) };
        }),
      },
      { notMerge: true },
    );
  }, [flow, fonts, lang, names]);
  return <div ref={host} className="cb-wall-chart" role="img" aria-label={names.join(', ')} />;
}
