import { CopyButton } from '../../parts/copy-button.tsx'

export const SecretLine = ({ name, where, value }: { name: string; where: string; value: string }) => (
  <div>
    <dt>
      {name}
      <small>{where}</small>
    </dt>
    <dd class="codebox">
      <code>{value}</code>
      <CopyButton text={value} what={name.toLowerCase()} />
    </dd>
  </div>
)
