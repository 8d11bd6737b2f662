import { Button, Result, Space } from 'antd';
import { ApiProblem } from '../../api/http';
import { useLanguage } from '../../i18n';
import type { TextKey } from '../../i18n';
import { Failure } from './Failure';

const LONGEST = 300;
/** A part of the console that the platform no longer has, after it was renewed, in the words of the browsers. */
const MISSING = /dynamically imported module|module script failed|unable to preload/i;

type Words = { title: TextKey; what: TextKey; advice: TextKey; detail: string };

/** What is said of a page that broke while it was drawn. */
export function brokenWords(error: unknown): Words {
  const detail = (error instanceof Error ? [error.name, error.message].filter(Boolean).join(': ') : String(error)).slice(0, LONGEST);
  if (MISSING.test(detail)) return { title: 'broken.partTitle', what: 'broken.part', advice: 'broken.partAdvice', detail };
  return { title: 'broken.title', what: 'broken.what', advice: 'broken.advice', detail };
}

/** In place of a page that broke: what happened, what to do, and two ways on that do not need the page. */
export function Broken({ error }: { error: unknown }) {
  const { t } = useLanguage();
  const ways = (
    <Space wrap>
      <Button type="primary" data-testid="broken-reload" onClick={() => location.reload()}>
        {t('broken.reload')}
      </Button>
      <Button href="/" data-testid="broken-start">
        {t('broken.start')}
      </Button>
    </Space>
  );
  if (error instanceof ApiProblem) return <Failure error={error} extra={ways} />;
  const { title, what, advice, detail } = brokenWords(error);
  return (
    <div role="alert" data-testid="broken">
      <Result
        className="cb-failure"
        status="warning"
        title={t(title)}
        subTitle={
          <>
            <p>{t(what)}</p>
            <p>{t(advice)}</p>
            <p className="cb-faint cb-break">
              {t('broken.detail')} <code>{detail}</code>
            </p>
          </>
        }
        extra={ways}
      />
    </div>
  );
}
