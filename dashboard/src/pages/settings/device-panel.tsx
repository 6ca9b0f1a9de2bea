import { useState } from 'preact/hooks'
import { Panel } from '../../parts/panel.tsx'
import { areKeysOn } from '../../shell/keys.ts'
import { useMe } from '../../shell/me.ts'
import { writeSetting } from '../../shell/settings-store.ts'
import { chooseTheme, themeChoice, themes } from '../../shell/theme.tsx'
import { useSignOut } from '../../shell/use-sign-out.ts'

const KeysSwitch = () => {
  const [on, setOn] = useState(areKeysOn)
  const choose = (next: boolean) => {
    writeSetting('keys', next ? 'on' : 'off')
    setOn(next)
  }
  return (
    <div class="field">
      <label class="row">
        <input
          class="check"
          type="checkbox"
          checked={on}
          onChange={({ currentTarget }) => choose(currentTarget.checked)}
        />
        Single keys such as <kbd>J</kbd>, <kbd>K</kbd> and <kbd>O</kbd> do something
      </label>
      <p class="help">
        Switch them off if you steer by voice or press keys by accident. Press ? to see the list while they are on.
      </p>
    </div>
  )
}

const ThemeChoice = () => {
  const [theme, setTheme] = useState(themeChoice)
  return (
    <fieldset class="field">
      <legend class="label">Colours</legend>
      <div class="switch">
        {themes.map(({ id, name }) => (
          <label key={id}>
            <input
              type="radio"
              name="theme"
              checked={theme === id}
              onChange={() => {
                chooseTheme(id)
                setTheme(id)
              }}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const SignedInAs = () => {
  const { person } = useMe()
  const signOut = useSignOut()
  return (
    <p class="row spread">
      <span class="soft">
        Signed in as <b>{person.name}</b>, {person.email}
      </span>
      <button class="button" type="button" onClick={signOut}>
        Sign out
      </button>
    </p>
  )
}

export const DevicePanel = () => (
  <Panel id="this-device" title="On this device" note="kept in this browser only">
    <div class="body stack">
      <KeysSwitch />
      <ThemeChoice />
      <SignedInAs />
    </div>
  </Panel>
)
