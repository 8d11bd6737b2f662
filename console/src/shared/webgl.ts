type Canvas = Pick<HTMLCanvasElement, 'getContext'>;

/** Whether this browser can draw maps: without WebGL 2 the map's own constructor throws and would take the page with it. */
export function drawsMaps(canvas: Canvas = document.createElement('canvas')): boolean {
  try {
    const context = canvas.getContext('webgl2', { depth: true, stencil: true });
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
