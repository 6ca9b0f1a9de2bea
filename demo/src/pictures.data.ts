/** Drawn for this shop. One light source from the upper left, one glaze per piece, 240 by 200. */
const frame = (glaze: string, shade: string, shapes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 200"><defs><linearGradient id="g" x1="0" x2="1"><stop offset="0" stop-color="${glaze}"/><stop offset="1" stop-color="${shade}"/></linearGradient></defs><ellipse cx="120" cy="176" rx="78" ry="8" fill="#000" opacity=".13"/>${shapes}</svg>`

export const pictures: Readonly<Record<string, string>> = {
  teapot: frame(
    '#8fa58f',
    '#5c745f',
    '<path d="M178 92c30-8 34 44-4 48" fill="none" stroke="#5c745f" stroke-width="11" stroke-linecap="round"/><path d="M66 112 34 88c-6-4-13 2-9 8l33 46z" fill="#7d947e"/><path d="M60 118c0-34 27-52 60-52s62 18 62 52c0 36-24 56-62 56s-60-20-60-56z" fill="url(#g)"/><ellipse cx="120" cy="68" rx="34" ry="8" fill="#71896f"/><circle cx="120" cy="52" r="9" fill="#5c745f"/><path d="M78 100c6-14 18-20 30-22" stroke="#fff" stroke-width="6" stroke-linecap="round" fill="none" opacity=".45"/>',
  ),
  mug: frame(
    '#c9d0d6',
    '#97a3ad',
    '<path d="M158 84c38-6 38 58-4 58" fill="none" stroke="#97a3ad" stroke-width="12"/><path d="M70 62h92v78c0 22-14 34-46 34s-46-12-46-34z" fill="url(#g)"/><ellipse cx="116" cy="62" rx="46" ry="11" fill="#eef1f3"/><ellipse cx="116" cy="64" rx="38" ry="8" fill="#6b4a34"/><path d="M84 88v44" stroke="#fff" stroke-width="7" stroke-linecap="round" opacity=".55"/>',
  ),
  bowl: frame(
    '#7fb0bd',
    '#3f7482',
    '<path d="M42 88h156c0 52-32 84-78 84s-78-32-78-84z" fill="url(#g)"/><ellipse cx="120" cy="88" rx="78" ry="17" fill="#d9ebee"/><ellipse cx="120" cy="91" rx="66" ry="12" fill="#a9ced6"/><path d="M60 118c6 18 16 30 28 37" stroke="#fff" stroke-width="6" stroke-linecap="round" fill="none" opacity=".4"/>',
  ),
  vase: frame(
    '#d9a06f',
    '#a5663a',
    '<path d="M122 62c2-22 12-34 30-46M124 58c-6-20-18-26-26-34" stroke="#6d7a49" stroke-width="4" fill="none" stroke-linecap="round"/><ellipse cx="154" cy="16" rx="8" ry="14" transform="rotate(40 154 16)" fill="#8a9a5b"/><ellipse cx="97" cy="23" rx="7" ry="12" transform="rotate(-40 97 23)" fill="#8a9a5b"/><path d="M106 60h30v22c26 12 38 32 38 52 0 26-20 40-53 40s-53-14-53-40c0-20 12-40 38-52z" fill="url(#g)"/><ellipse cx="121" cy="60" rx="15" ry="5" fill="#7a4a28"/><path d="M86 120c4-10 10-16 16-20" stroke="#fff" stroke-width="6" stroke-linecap="round" fill="none" opacity=".45"/>',
  ),
  plate: frame(
    '#efe6d8',
    '#cdbda3',
    '<ellipse cx="120" cy="110" rx="92" ry="62" fill="url(#g)"/><ellipse cx="120" cy="108" rx="66" ry="42" fill="#f8f3ea"/><ellipse cx="120" cy="110" rx="92" ry="62" fill="none" stroke="#5f8296" stroke-width="4"/><path d="M70 96c10-14 26-22 44-24" stroke="#fff" stroke-width="6" stroke-linecap="round" fill="none" opacity=".8"/>',
  ),
  lamp: frame(
    '#f6e3c4',
    '#e0b982',
    '<circle cx="120" cy="86" r="74" fill="#f7d58b" opacity=".28"/><path d="M112 128h16v34h-16z" fill="#8b6f52"/><ellipse cx="120" cy="168" rx="40" ry="9" fill="#8b6f52"/><path d="M84 50h72l24 80H60z" fill="url(#g)"/><ellipse cx="120" cy="50" rx="36" ry="7" fill="#fff6e3"/><path d="M92 64 78 118" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity=".7"/>',
  ),
}
