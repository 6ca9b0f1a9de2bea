/** Where the axis is labelled: the ends, the thresholds of the levels. */
const marks = [0, 20, 40, 70, 100]

export const WaterfallHead = () => (
  <thead>
    <tr>
      <th scope="col">Points</th>
      <th scope="col" class="reason">
        Reason
      </th>
      <th scope="col" class="scope">
        Known from
      </th>
      <th scope="col" class="track">
        <span class="vh">Running score</span>
        <div class="axis" aria-hidden="true">
          {marks.map((mark) => (
            <span key={mark} style={{ '--b': mark }}>
              {mark}
            </span>
          ))}
        </div>
      </th>
      <th scope="col" class="without">
        Without this
      </th>
    </tr>
  </thead>
)
