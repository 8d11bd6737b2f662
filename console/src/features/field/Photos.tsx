import { CameraOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import type { Photo } from '../../api/field';
import { useLanguage } from '../../i18n';
import { shrink } from './shrink';

type Props = { photos: Photo[]; onChange: (photos: Photo[]) => void; mark: string };

export function Photos({ photos, onChange, mark }: Props) {
  const { t, lang } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const take = async (files: FileList | null) => {
    const taken = await Promise.all([...(files ?? [])].map(async (file) => ({ name: file.name, dataUrl: await shrink(file, mark, lang) })));
    onChange([...photos, ...taken]);
    if (input.current) input.current.value = '';
  };
  return (
    <div className="cb-field">
      <label htmlFor="f-photo">{t('field.photos')}</label>
      <input ref={input} id="f-photo" type="file" accept="image/*" capture="environment" multiple hidden onChange={(event) => void take(event.target.files)} />
      <Button size="large" block icon={<CameraOutlined />} onClick={() => input.current?.click()}>
        {t('field.takePhoto')}
      </Button>
      <div className="cb-photos">
        {photos.map((photo, index) => (
          <figure key={index}>
            <img src={photo.dataUrl} alt={photo.name} />
            <Button icon={<DeleteOutlined />} aria-label={t('field.removePhoto')} onClick={() => onChange(photos.filter((_, at) => at !== index))} />
          </figure>
        ))}
      </div>
    </div>
  );
}
