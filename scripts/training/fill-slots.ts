/** Fills the slots of a training text, `{name}` and the like, from short invented lists; the same place always gives the same words. */

const fillings: Readonly<Record<string, readonly string[]>> = {
  name: ['Maria Keller', 'John Adewale', 'Dr. Ahmed Karim', 'Lucy Brown', 'Pierre Martin', 'Chen Wei'],
  amount: ['$4.7', '250', '$1,200', '€89.90', '12,500', '$39.99', '£750', '3.2'],
  brand: ['Harbor Market', 'the pharmacy', 'your store', 'Prime', 'Streamly', 'the mobile company'],
  item: ['drill set', 'phone', 'cooler', 'tablet', 'coffee machine', 'emergency kit'],
  reader: ['ana.ruiz@riverton.example', 'info@house.example'],
  number: ['48213', '2026-118', '774201'],
}

/** `text` with its slots filled. */
export function fillSlots(text: string, place: number): string {
  let turn = place
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const choice = fillings[name]
    turn += 1
    return choice === undefined ? slot : (choice[turn % choice.length] ?? slot)
  })
}
