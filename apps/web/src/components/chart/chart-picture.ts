import { colors, fontFamily, type Scheme } from '../../theme/tokens.ts';

const scale = 2;
const margin = 16;
const titleHeight = 36;

/** The drawn chart under its title as a PNG, on the theme's own ground, at twice the size for slides. */
export async function chartPicture(canvas: HTMLCanvasElement, title: string, scheme: Scheme): Promise<Blob> {
  const ratio = canvas.width / canvas.clientWidth;
  const width = (canvas.width / ratio + 2 * margin) * scale;
  const height = (canvas.height / ratio + 2 * margin + titleHeight) * scale;
  const picture = document.createElement('canvas');
  picture.width = width;
  picture.height = height;
  const pen = picture.getContext('2d');
  if (pen === null) throw new Error('this browser gives no 2d canvas');
  pen.fillStyle = colors[scheme].surface;
  pen.fillRect(0, 0, width, height);
  pen.scale(scale, scale);
  pen.fillStyle = colors[scheme].ink;
  pen.font = `600 14px ${fontFamily}`;
  pen.textBaseline = 'top';
  pen.fillText(title, margin, margin, width / scale - 2 * margin);
  pen.drawImage(canvas, margin, margin + titleHeight, canvas.width / ratio, canvas.height / ratio);
  return new Promise((resolve, reject) => {
    picture.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png');
  });
}
