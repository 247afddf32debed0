import type { ComponentProps } from 'react'
import styles from './controls.module.css'

interface ButtonProps extends ComponentProps<'button'> {
  look?: 'plain' | 'primary' | 'quiet'
}

export function Button({ look = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  const looks = { plain: undefined, primary: styles.primary, quiet: styles.quiet }
  const classes = [styles.button, looks[look], className].filter(Boolean).join(' ')
  return <button type={type} className={classes} {...rest} />
}
