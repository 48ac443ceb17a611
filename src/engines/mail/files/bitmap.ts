/** Black and white squares as a picture file (PGM, the plainest there is), so that one reader serves photographs and drawings. */

export type Bitmap = { readonly width: number; readonly height: number; readonly isDark: (x: number, y: number) => boolean }

/** Codes end at 177 modules; drawn ones are a few times as wide at most. */
export const mostCells = 800
const quiet = 4

/** The bitmap with a white border, each square `across` by `down` points. */
export function pictureOf({ width, height, isDark }: Bitmap, across: number, down: number): Uint8Array {
  const columns = (Math.min(width, mostCells) + 2 * quiet) * across
  const rows = (Math.min(height, mostCells) + 2 * quiet) * down
  const points = new Uint8Array(columns * rows).fill(255)
  for (let y = 0; y < Math.min(height, mostCells); y++) {
    for (let x = 0; x < Math.min(width, mostCells); x++) {
      if (!isDark(x, y)) continue
      for (let row = (y + quiet) * down; row < (y + quiet + 1) * down; row++) {
        const start = row * columns + (x + quiet) * across
        points.fill(0, start, start + across)
      }
    }
  }
  return greyPicture(columns, rows, points)
}

/** Grey points as a picture file. */
export function greyPicture(width: number, height: number, points: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`)
  const file = new Uint8Array(head.length + points.length)
  file.set(head)
  file.set(points, head.length)
  return file
}
