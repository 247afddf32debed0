import { useId, type ComponentProps } from 'react'
import { Field } from '@/shared/ui/Field'
import { Fault } from './Fault'

interface FormFieldProps extends ComponentProps<typeof Field> {
  fault: string | undefined
}

/** A field with what is wrong with it below. */
export function FormField({ fault, ...rest }: FormFieldProps) {
  const id = useId()
  return (
    <div>
      <Field {...rest} {...(fault !== undefined && { 'aria-invalid': true, 'aria-describedby': id })} />
      <Fault id={id}>{fault}</Fault>
    </div>
  )
}
