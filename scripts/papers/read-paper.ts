/** What a Markdown file points at and what can be pointed at in it. */

export type Link = { readonly target: string; readonly line: number }

/** Every link and picture outside code. */
export function linksOf(markdown: string): readonly Link[] {
  return withoutCode(markdown).flatMap((text, at) =>
    [...text.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => ({ target, line: at + 1 })),
  )
}

/** The names by which headings can be reached: `Reporting a weakness` is `reporting-a-weakness`. */
export function anchorsOf(markdown: string): readonly string[] {
  const headings = withoutCode(markdown).flatMap((text) => /^#+ (.+)$/.exec(text)?.[1] ?? [])
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** Each line, emptied where it is code, so that line numbers stay. */
function withoutCode(markdown: string): readonly string[] {
  let inCode = false
  return markdown.split('\n').map((text) => {
    if (text.startsWith('```')) inCode = !inCode
    return inCode ? '' : text.replace(/`[^`]*`/g, '')
  })
}
