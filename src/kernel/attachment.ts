/** The media types of what can go with a report: documents and pictures. */
export const attachmentKinds = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]
