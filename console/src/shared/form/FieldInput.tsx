import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import type { FieldSchema } from '../../api/forms';
import { useLanguage } from '../../i18n';
import type { FormField } from './schema';

type Props = { id: string; label: string; field: FormField; value: unknown; onChange: (value: unknown) => void; large?: boolean };
type Choice = { value: string | number | boolean; label: string };

const FEW = 4;

export function useChoices(schema: FieldSchema): Choice[] | null {
  const { pick, t } = useLanguage();
  if (schema.oneOf) return schema.oneOf.map((one) => ({ value: one.const, label: pick(one.title) || String(one.const) }));
  if (schema.enum) return schema.enum.map((value, index) => ({ value, label: pick(schema.enumNames?.[index]) || String(value) }));
  if (schema.type === 'boolean') return [{ value: true, label: t('form.yes') }, { value: false, label: t('form.no') }];
  return null;
}

export function FieldInput({ id, label, field, value, onChange, large }: Props) {
  const { schema, widget } = field;
  const choices = useChoices(schema);
  const several = useChoices(schema.items ?? {});
  const size = large ? 'large' : 'middle';
  if (schema.type === 'array' && several) return <Checkbox.Group value={(value as string[]) ?? []} options={several} onChange={onChange} />;
  if (choices && choices.length <= FEW) {
    return <Radio.Group id={id} aria-label={label} size={size} optionType={large ? 'button' : 'default'} options={choices} value={value} onChange={(event) => onChange(event.target.value)} />;
  }
  if (choices) return <Select id={id} aria-label={label} size={size} options={choices.map((one) => ({ value: String(one.value), label: one.label }))} value={value == null ? undefined : String(value)} onChange={onChange} className="cb-full" />;
  if (schema.type === 'number' || schema.type === 'integer') {
    return <InputNumber id={id} size={size} className="cb-full" precision={schema.type === 'integer' ? 0 : undefined} value={value as number | null} onChange={onChange} inputMode="decimal" />;
  }
  if (schema.format === 'date') return <Input id={id} size={size} type="date" value={(value as string) ?? ''} onChange={(event) => onChange(event.target.value)} />;
  if (widget === 'textarea' || schema.format === 'textarea' || (schema.maxLength ?? 0) > 100) {
    return <Input.TextArea id={id} size={size} rows={3} maxLength={schema.maxLength} value={(value as string) ?? ''} onChange={(event) => onChange(event.target.value)} />;
  }
  return <Input id={id} size={size} maxLength={schema.maxLength} value={(value as string) ?? ''} onChange={(event) => onChange(event.target.value)} />;
}
