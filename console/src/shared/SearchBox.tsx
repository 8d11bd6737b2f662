import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../i18n';

/** Search text that reaches the server when typing rests. */
export function SearchBox({ value, onSearch, placeholder }: { value: string; onSearch: (text: string) => void; placeholder?: string }) {
  const { t } = useLanguage();
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(next.trim()), 300);
  };
  return <Input allowClear className="cb-search" prefix={<SearchOutlined />} placeholder={placeholder ?? t('table.search')} aria-label={placeholder ?? t('table.search')} value={text} onChange={(event) => change(event.target.value)} />;
}
