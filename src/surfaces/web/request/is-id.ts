/** Ids in paths and forms. What has not the shape of one belongs to nobody, so the database is not asked. */

export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
