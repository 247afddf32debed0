/** The languages that messages are written in. */
export const languages = ['zh-CN', 'en'] as const

export type TextLanguage = (typeof languages)[number]
