import type { Lang } from '../../i18n';
import { formatTime } from '../../shared/format';
import { font } from '../../tokens';

const LONGEST = 1280;
const QUALITY = 0.72;

/** Makes a photo small enough for a weak signal and writes time and place on it. */
export async function shrink(file: Blob, mark: string, lang: Lang): Promise<string> {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  const text = [formatTime(new Date(), lang, 'second'), mark].filter(Boolean).join(' ');
  const size = Math.max(14, Math.round(canvas.width / 40));
  pen.font = `${size}px ${font.family}`;
  pen.fillStyle = 'rgba(0, 0, 0, 0.55)';
  pen.fillRect(0, canvas.height - size * 2, canvas.width, size * 2);
  pen.fillStyle = 'white';
  pen.fillText(text, size / 2, canvas.height - size * 0.7);
  return canvas.toDataURL('image/jpeg', QUALITY);
}
