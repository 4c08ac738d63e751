/**
 * Does what makes the browser lay out the page, such as giving something the focus, once the picture of what has changed is made: before,
 * a long board would be laid out twice for it. Gives what calls it off.
 */
export function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => void (timer = setTimeout(act)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
