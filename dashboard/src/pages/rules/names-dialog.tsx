import type { Vocabulary } from '#contract/console.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { knownName } from './words.ts'

/** Every name and function an expression may use, to read at leisure. */
export const NamesDialog = ({ vocabulary, onClose }: { vocabulary: Vocabulary; onClose: () => void }) => (
  <Dialog id="all-names" title={`All ${vocabulary.names.length} names`} onClose={onClose}>
    {(close) => (
      <>
        <div class="all-names" tabIndex={0} role="region" aria-label="Names and functions">
          <table class="table">
            <caption class="vh">Names that an expression may use</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Type</th>
                <th scope="col">What it is</th>
              </tr>
            </thead>
            <tbody>
              {vocabulary.names.map((name) => (
                <tr key={name.name}>
                  <th scope="row">
                    <code>{name.name}</code>
                  </th>
                  <td class="quiet">{knownName(name).type}</td>
                  <td class="wraps">
                    {knownName(name).what}
                    {name.missing && <small class="quiet"> {name.missing}</small>}
                  </td>
                </tr>
              ))}
              {vocabulary.functions.map(({ name, signature, title }) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{signature}</code>
                  </th>
                  <td class="quiet">function</td>
                  <td class="wraps">{title}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div class="acts">
          <button class="button" type="button" onClick={close}>
            Close
          </button>
        </div>
      </>
    )}
  </Dialog>
)
