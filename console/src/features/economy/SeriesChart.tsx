import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Point, Series } from '../../api/economy';
import { useLanguage } from '../../i18n';
import { font, light } from '../../tokens';

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const SHOWN = 36;
const percent = (value: Point['yearOnYear']) => (value ? Number(value.value) : null);

/** Values as bars, the change against the year before as a line; the period that is not over yet is pale. */
export function SeriesChart({ series }: { series: Series }) {
  const { t, pick } = useLanguage();
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof echarts.init>>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const drawn = echarts.init(element, undefined, { renderer: 'canvas' });
    chart.current = drawn;
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    const points = series.points.slice(-SHOWN);
    const text = { color: light.textSoft, fontFamily: font.family, fontSize: 12 };
    chart.current?.setOption(
      {
        animation: false,
        textStyle: text,
        grid: { left: 8, right: 8, top: 60, bottom: 4, containLabel: true },
        legend: { top: 0, left: 0, textStyle: text, itemHeight: 8 },
        tooltip: { trigger: 'axis', confine: true, textStyle: { fontFamily: font.family } },
        xAxis: { type: 'category', data: points.map((point) => point.period), axisLabel: text, axisLine: { lineStyle: { color: light.line } }, axisTick: { show: false } },
        yAxis: [
          { type: 'value', name: pick(series.unit), nameTextStyle: { ...text, align: 'left' }, axisLabel: text, splitLine: { lineStyle: { color: light.lineSoft } } },
          { type: 'value', name: '%', nameTextStyle: text, axisLabel: text, splitLine: { show: false } },
        ],
        series: [
          { type: 'bar', name: pick(series.title), barMaxWidth: 22, data: points.map((point) => ({ value: Number(point.figure.value), itemStyle: { color: light.brand, opacity: point.open ? 0.35 : 1, borderRadius: [3, 3, 0, 0] } })), itemStyle: { color: light.brand } },
          { type: 'line', name: t('economy.yoy') + ' %', yAxisIndex: 1, connectNulls: false, symbolSize: 5, lineStyle: { width: 2 }, color: light.overdue, data: points.map((point) => percent(point.yearOnYear)) },
        ],
      },
      { notMerge: true },
    );
  }, [series, t, pick]);
  return <div ref={host} className="cb-series-chart" role="img" aria-label={pick(series.title)} />;
}
