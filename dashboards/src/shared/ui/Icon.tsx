const shapes = {
  sun: 'M12 4V2m0 20v-2m8-8h2M2 12h2m13.7-5.7 1.4-1.4M4.9 19.1l1.4-1.4m0-11.4L4.9 4.9m14.2 14.2-1.4-1.4M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z',
  moon: 'M20 14.5A8.5 8.5 0 1 1 9.5 4 6.6 6.6 0 0 0 20 14.5Z',
  contrast: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 0v18m0-14.5 6 0m-6 4 8.7 0m-8.7 4 8 0',
  leave: 'M14 4H6v16h8m-3-8h10m-3.5-3.5L21 12l-3.5 3.5',
  pause: 'M9 6v12m6-12v12',
  play: 'M8 5.5v13l10.5-6.5Z',
  arrow: 'M5 12h13m-5-5 5 5-5 5',
  up: 'M12 19V6m-5 5 5-5 5 5',
  down: 'M12 5v13m-5-5 5 5 5-5',
  bag: 'M5 8h14l-1 12H6L5 8Zm4 0a3 3 0 0 1 6 0',
  door: 'M6 21V4h9v17M4 21h14m-6-9v.5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8a7 7 0 0 1 14 0',
  back: 'M9 7 4.5 11.5 9 16m-4-4.500h9a5 5 0 0 1 0 10h-2',
  tick: 'm5 12.5 4.5 4.500L19 7.5',
  star: 'm12 4 2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.8-5 2.8 1.1-5.500L4 9.7 9.6 9Z',
  letter: 'M4 6h16v12H4V6Zm0 1 8 6 8-6',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15L6 16Zm4.500 5h3',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4v5l3.500 2',
  card: 'M3 6h18v12H3V6Zm0 4h18',
  coin: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 4.500v7m-2.500-3.500h5',
  crown: 'M4 18h16M5 15 4 7l4.500 4L12 5l3.500 6L20 7l-1 8H5Z',
  gift: 'M4 11h16v9H4v-9Zm-1-4h18v4H3V7Zm9 0v13m0-13C9 7 7.500 5.500 8.500 4S12 4.500 12 7Zm0 0c3 0 4.500-1.500 3.500-3S12 4.500 12 7Z',
  people: 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7Zm-6 8a6 6 0 0 1 12 0M16 4.500a3.500 3.500 0 0 1 0 6.500m2 2.500a6 6 0 0 1 3 5.500',
  path: 'M6 5a2 2 0 1 0 0 .01M18 19a2 2 0 1 0 0 .01M8 5h6a3.500 3.500 0 0 1 0 7h-4a3.500 3.500 0 0 0 0 7h6',
  cross: 'M6 6l12 12M18 6 6 18',
  board: 'M4 5h7v6H4V5Zm9 0h7v10h-7V5ZM4 13h7v6H4v-6Zm9 4h7v2h-7v-2Z',
  list: 'M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4 4',
  chart: 'M4 20V4m0 16h16M8 16v-4m4 4V8m4 8v-6',
  shop: 'M4 10 6 4h12l2 6M5 10v10h14V10M4 10a2.700 2.700 0 0 0 5.300 0 2.700 2.700 0 0 0 5.400 0 2.700 2.700 0 0 0 5.300 0M10 20v-5h4v5',
  rules: 'M4 7h9m5 0h2M15.500 4.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5ZM4 17h2m5 0h9M8.500 14.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5Z',
  horn: 'M4 10v4h3l7 4V6L7 10H4Zm13-1.500a4.500 4.500 0 0 1 0 7M8 14.500l1 5h2.500l-1-4.200',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  past: 'M4 12a8 8 0 1 0 2.500-5.800M4 4v4h4m4 0v4.500l3 1.500',
  download: 'M12 4v11m-4.500-4.500L12 15l4.500-4.500M5 19h14',
  print: 'M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7v-6Z',
  phone: 'M6 4h3l1.500 4.500-2 1.500a11 11 0 0 0 5 5l1.500-2 4.500 1.500v3A1.500 1.500 0 0 1 18 20 14 14 0 0 1 4 6a1.500 1.500 0 0 1 2-2Z',
  speaker: 'M4 10v4h3.500L12 18V6L7.500 10H4Zm11.500-1a4 4 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11',
  mute: 'M4 10v4h3.500L12 18V6L7.500 10H4Zm12 0 4 4m0-4-4 4',
  plus: 'M12 5v14M5 12h14',
  lock: 'M6 11h12v9H6v-9Zm2.500 0V8a3.500 3.500 0 0 1 7 0v3',
  flag: 'M6 21V4m0 1h11l-2.5 4L17 13H6',
  chevron: 'm9 6 6 6-6 6',
} as const

export type IconName = keyof typeof shapes

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
