/** A button that copies the link beside it; without it the link can be marked and copied by hand. */
for (const place of document.querySelectorAll<HTMLElement>('.copy')) {
  const field = place.querySelector('input')
  const button = place.querySelector('button')
  if (!field || !button || !navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    field.select()
    await navigator.clipboard.writeText(field.value)
    button.textContent = place.dataset['copied'] ?? ''
  })
}
