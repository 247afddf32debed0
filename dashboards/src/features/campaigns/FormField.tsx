import { useId, type ComponentProps } from 'react'
import type { Reason } from '@/shared/refusal/Reason'
import { Field } from '@/shared/ui/Field'
import { Fault } from './Fault'

interface FormFieldProps extends ComponentProps<typeof Field> {
  fault: Reason | undefined
}

/** A field with what is wrong with it below. */
export function FormField({ fault, ...rest }: FormFieldProps) {
  const id = useId()
  return (
    <div>
      <Field {...rest} {...(fault !== undefined && { 'aria-invalid': true, 'aria-describedby': id })} />
      <Fault id={id} fault={fault} />
    </div>
  )
}
