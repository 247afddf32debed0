import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { usePaced } from './usePaced'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('follows at once after a quiet time, then once an interval, and always arrives', () => {
  const { result, rerender } = renderHook(({ value }) => usePaced(value, 500), { initialProps: { value: 0 } })
  const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds))

  rerender({ value: 1 })
  pass(0)
  expect(result.current).toBe(1)

  rerender({ value: 2 })
  pass(300)
  rerender({ value: 3 })
  pass(100)
  expect(result.current).toBe(1)
  pass(100)
  expect(result.current).toBe(3)
})
