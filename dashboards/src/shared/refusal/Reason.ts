/** Why something was not done: in the reader's words, and where there are none for all of it, the server's own English behind them. */
export interface Reason {
  text: string
  english?: string | undefined
}
