/** An account as banks write it: a country that has such numbers, two digits, and groups that are mostly digits. A room and its name (`qk41 aufnahmeraum`) are none. */
const countries =
  'ad|ae|al|at|az|ba|be|bg|bh|bi|br|by|ch|cr|cy|cz|de|dj|dk|do|ee|eg|es|fi|fk|fo|fr|gb|ge|gi|gl|gr|gt|hr|hu|ie|il|iq|is|it|jo|kw|kz|lb|lc|li|lt|lu|lv|ly|mc|md|me|mk|mn|mr|mt|mu|ni|nl|no|om|pk|pl|ps|pt|qa|ro|rs|ru|sa|sc|sd|se|si|sk|sm|so|st|sv|tl|tn|tr|ua|va|vg|xk'

/** Part of a pattern over plain words; the country is its first group. */
export const ibanShape = `\\b(${countries})\\d{2}(?=(?:[^\\d\\n]{0,6}\\d){8})(?: ?[\\da-z]{4}){2,7}(?: ?[\\da-z]{1,3})?\\b`

/** An account written out: who collects honestly has a page and a name behind it. */
export const ibanWritten = new RegExp(ibanShape)
