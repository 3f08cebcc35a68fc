import { correction, generate } from 'lean-qr';
import type { VNode } from 'preact';

/** The quiet zone that readers need around it. */
const MARGIN = 4;

/** A QR picture made on the server: the page needs no script. */
export function QrPicture({
  text,
  label,
}: {
  readonly text: string;
  readonly label: string;
}): VNode {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const squares: string[] = [];
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1)
      if (code.get(x, y)) squares.push(`M${x + MARGIN} ${y + MARGIN}h1v1h-1z`);
  const size = code.size + 2 * MARGIN;
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width="240"
      height="240"
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
}
