/** A ring that is left and comes back, with the member at its end: it also reads as an e. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="#0c6b5e" />
      <path
        d="M23.4 11.2A9 9 0 1 0 25 16h-7.5"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="24.2" cy="8.2" r="2.6" fill="#f3b54a" />
    </svg>
  )
}
