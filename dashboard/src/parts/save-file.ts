/** Browsers read the file after the click has been handled; Firefox asks for its name first. */
const readByMs = 60_000

/** Hands the browser a file to save, made of what was fetched. Firefox wants the link to stand in the document. */
export const saveFile = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.hidden = true
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), readByMs)
}
