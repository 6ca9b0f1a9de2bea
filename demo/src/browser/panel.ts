import { begin, stop } from './play.ts'
import { roles, type Role } from './roles.ts'

const button = (label: string, about: string, onClick: () => void): HTMLButtonElement => {
  const made = document.createElement('button')
  const name = document.createElement('strong')
  const line = document.createElement('span')
  name.textContent = label
  line.textContent = about
  made.type = 'button'
  made.append(name, line)
  made.addEventListener('click', onClick)
  return made
}

const roleButton = ({ label, about, plan }: Role): HTMLButtonElement =>
  button(label, about, () => {
    begin(plan())
  })

const yourself = (): HTMLButtonElement =>
  button('Yourself', 'Your own browser, whatever you type', () => {
    stop()
    location.assign('/checkout')
  })

export const showPanel = (): void => {
  document.querySelector('[data-roles]')?.append(...roles.map(roleButton), yourself())
}
