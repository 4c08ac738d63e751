/** `12:40`, `1:02:05`: a span of a clock, without its sign. */
export function clockText(seconds: number): string {
  const size = Math.abs(Math.trunc(seconds));
  const [hours, minutes, rest] = [Math.floor(size / 3600), Math.floor((size % 3600) / 60), size % 60];
  const two = (count: number) => String(count).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
