/** Stands where a text will stand, as wide as it will be about. */
export const Bone = ({ width }: { width: string }) => <span class="bone" style={{ '--w': width }} />
