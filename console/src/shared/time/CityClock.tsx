import { Tooltip } from 'antd';
import { useLanguage } from '../../i18n';
import { formatTime } from '../format';
import { useCityClock } from './useCityClock';

/** The city's clock in the header; its speed is said when it outruns the machine's. */
export function CityClock() {
  const { t, lang } = useLanguage();
  const city = useCityClock();
  if (!city) return null;
  const fast = city.speed > 1;
  return (
    <Tooltip title={fast ? t('app.fasterThanLife', { speed: city.speed }) : undefined}>
      <span className="cb-clock">
        <span className="cb-faint cb-wide">{t('app.cityTime')}</span> {formatTime(city.now, lang)}
        {fast ? <span className="cb-speed">×{city.speed}</span> : null}
      </span>
    </Tooltip>
  );
}
