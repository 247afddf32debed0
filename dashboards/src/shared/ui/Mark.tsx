/** An e drawn as a way that goes round and comes back, with the member at its end. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="#0c6b5e" />
      <path
        d="M8 16h16a8 8 0 1 0-3.4 6.5"
        fill="none"
        stroke="#fff"
        strokeWidth="3.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="24.4" cy="22.6" r="2.4" fill="#f3b54a" />
    </svg>
  )
}
