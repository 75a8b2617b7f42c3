/**
 * Shares out room: everybody gets what they need, at most `each`; when that is more than `total`, the largest are cut to
 * one common size. The same order as the needs.
 */
export function shareOut(needs: readonly number[], each: number, total: number): readonly number[] {
  const wanted = needs.map((need) => Math.min(need, each));
  let left = total;
  let common = each;
  for (const [index, need] of wanted.toSorted((a, b) => a - b).entries()) {
    const fair = Math.floor(left / (wanted.length - index));
    if (need > fair) {
      common = fair;
      break;
    }
    left -= need;
  }
  return wanted.map((need) => Math.min(need, common));
}
