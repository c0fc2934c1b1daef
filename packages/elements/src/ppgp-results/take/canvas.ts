import {FONT, WIDTH, type Mark, type Measure, type Scene} from './scene.js';

const fontOf = (size: number, isBold: boolean): string => `${isBold ? 'bold ' : ''}${size}px ${FONT}`;

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws nothing.');
  return context;
}

/** How wide this browser writes a text. */
export function measure(): Measure {
  const context = contextOf(document.createElement('canvas'));
  return (text, size, isBold) => {
    context.font = fontOf(size, isBold);
    return context.measureText(text).width;
  };
}

/** A colour of a style sheet as one that every program knows. */
export function plainColour(colour: string): string {
  const context = contextOf(Object.assign(document.createElement('canvas'), {width: 1, height: 1}));
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function draw(context: CanvasRenderingContext2D, mark: Mark): void {
  switch (mark.kind) {
    case 'rect':
      context.fillStyle = mark.fill;
      context.fillRect(mark.x, mark.y, mark.width, mark.height);
      return;
    case 'line':
      context.beginPath();
      context.moveTo(mark.x1, mark.y1);
      context.lineTo(mark.x2, mark.y2);
      context.strokeStyle = mark.stroke;
      context.lineWidth = mark.width;
      context.stroke();
      return;
    case 'circle':
      context.beginPath();
      context.arc(mark.x, mark.y, mark.r, 0, 2 * Math.PI);
      context.fillStyle = mark.fill;
      context.strokeStyle = mark.stroke;
      context.lineWidth = 3;
      context.fill();
      context.stroke();
      return;
    case 'text':
      context.font = fontOf(mark.size, mark.isBold);
      context.textAlign = mark.anchor === 'middle' ? 'center' : mark.anchor;
      context.fillStyle = mark.fill;
      context.fillText(mark.text, mark.x, mark.y);
  }
}

/** Draws a picture in its whole size. */
export function drawOn(canvas: HTMLCanvasElement, {height, marks}: Scene): void {
  Object.assign(canvas, {width: WIDTH, height});
  const context = contextOf(canvas);
  context.direction = 'ltr';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, WIDTH, height);
  for (const mark of marks) draw(context, mark);
}

/** The drawing as a PNG file. */
export const pngOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No image was made.'))), 'image/png');
  });
