import type { RecallPolicy } from '@/api/types'

/** A template's or an offer's text in the reader's language; in the other where that is all there is. */
export function wordsOf(texts: RecallPolicy['templates'], name: string, language: string): string | undefined {
  const template = texts?.[name]
  const own = language === 'zh-CN' ? template?.zhCn : template?.en
  return own ?? template?.en ?? template?.zhCn ?? undefined
}
