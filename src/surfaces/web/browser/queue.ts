/** Says above the queue how many incidents are new. Only a number comes over the wire; the link loads the page anew. */
const place = document.querySelector<HTMLElement>('[data-live]')
const link = place?.querySelector('a')

if (place && link) {
  const title = document.title
  const source = new EventSource(place.dataset['live'] ?? '')
  source.addEventListener('new', ({ data }) => {
    const count = Number(data)
    place.hidden = count === 0
    link.textContent = count === 1 ? (place.dataset['one'] ?? '') : (place.dataset['many'] ?? '').replace('N', String(count))
    document.title = count === 0 ? title : `(${count}) ${title}`
  })
  addEventListener('pagehide', () => source.close())
}
