/** Where keys lead in the timeline. */
import { type View, zoom } from './timeline-math.ts';

/** The view after a key that zooms, or undefined for another one. */
export function zoomed(key: string, view: View, all: View, centre: () => number): View | undefined {
  switch (key) {
    case '+':
    case '=':
      return zoom(view, 0.5, centre());
    case '-':
      return zoom(view, 2, centre());
    case '0':
      return all;
    default:
      return undefined;
  }
}

/** The view a fifth further left or right, or undefined for another key. */
export function moved(key: string, { from, to }: View): View | undefined {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const step = ((to - from) / 5) * (key === 'ArrowLeft' ? -1 : 1);
  return { from: from + step, to: to + step };
}

/**
 * To which bar a key leads: the one that started before or after, or at about that time in another lane.
 *
 * @param lanes the bars that can be reached; a bar's number tells when it started among all
 */
export function barAt<Bar extends View & { readonly number: number }>(
  key: string,
  lanes: readonly (readonly Bar[])[],
  current: Bar | undefined,
): Bar | undefined {
  const bars = lanes.flat().toSorted((a, b) => a.number - b.number);
  const at = current === undefined ? -1 : bars.indexOf(current);
  switch (key) {
    case 'ArrowLeft':
      return bars[at - 1];
    case 'ArrowRight':
      return bars[at + 1];
    case 'ArrowUp':
      return barInLane(-1, lanes, current);
    case 'ArrowDown':
      return barInLane(1, lanes, current);
    case 'Home':
      return bars[0];
    case 'End':
      return bars.at(-1);
    default:
      return undefined;
  }
}

function barInLane<Bar extends View>(
  step: 1 | -1,
  lanes: readonly (readonly Bar[])[],
  current: Bar | undefined,
): Bar | undefined {
  const filled = lanes.filter((lane) => lane.length > 0);
  const lane = filled.findIndex((own) => own.some((bar) => bar === current));
  const distance = (bar: Bar): number => Math.abs(bar.from - (current?.from ?? 0));
  return filled[lane + step]?.toSorted((a, b) => distance(a) - distance(b))[0];
}
