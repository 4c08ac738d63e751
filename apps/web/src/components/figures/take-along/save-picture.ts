import { saveFile } from '../../save-file';

/** So many pixels of the picture stand for one of the screen, so that it stays sharp in a slide. */
const sharpness = 2;
const margin = 24;
const titleHeight = 56;

interface Caption {
  readonly title: string;
  /** What it covers: period, zone, when it was asked. */
  readonly detail: string;
}

/**
 * Draws a part of the page into a PNG and saves it. The part is copied with the styles it has now into an SVG, which the browser draws
 * itself: nothing is asked of anybody else, and it looks as it does on the screen.
 */
export async function savePicture(part: HTMLElement, caption: Caption, fileName: string): Promise<void> {
  const { width, height } = { width: part.scrollWidth, height: part.scrollHeight };
  const image = await drawn(svgOf(part, width, height), width, height);
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * margin) * sharpness;
  canvas.height = (height + 2 * margin + titleHeight) * sharpness;
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('this browser has no canvas');
  const { color, fontFamily } = getComputedStyle(part);
  brush.scale(sharpness, sharpness);
  brush.fillStyle = getComputedStyle(document.body).backgroundColor;
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.fillStyle = color;
  brush.font = `600 18px ${fontFamily}`;
  brush.fillText(caption.title, margin, margin + 16, width);
  brush.font = `13px ${fontFamily}`;
  brush.fillText(caption.detail, margin, margin + 38, width);
  brush.drawImage(image, margin, margin + titleHeight, width, height);
  saveFile(await pngOf(canvas), fileName);
}

function svgOf(part: HTMLElement, width: number, height: number): string {
  const copy = part.cloneNode(true) as HTMLElement;
  copyStyles(part, copy);
  // A picture cannot be pressed: what is only for the screen stays there.
  for (const control of copy.querySelectorAll('[data-screen-only]')) control.remove();
  copy.style.margin = '0';
  copy.style.opacity = '1';
  const markup = new XMLSerializer().serializeToString(copy);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${markup}</foreignObject></svg>`;
}

/** Styles come from sheets that a picture does not see, so each element carries its own. */
function copyStyles(from: Element, to: Element): void {
  if (to instanceof HTMLElement || to instanceof SVGElement) {
    const styles = getComputedStyle(from);
    to.style.cssText = Array.from(styles, (name) => `${name}:${styles.getPropertyValue(name)}`).join(';');
  }
  Array.from(from.children).forEach((child, place) => {
    const copied = to.children[place];
    if (copied) copyStyles(child, copied);
  });
}

async function drawn(svg: string, width: number, height: number): Promise<HTMLImageElement> {
  const image = new Image(width, height);
  // An address of the data themselves: a canvas that has seen one can still be read, and the content policy allows it.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

const pngOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((done, failed) => {
    canvas.toBlob((png) => (png ? done(png) : failed(new Error('the picture could not be drawn'))), 'image/png');
  });
