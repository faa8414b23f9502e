type PictureProps = {
  /** An address of ours, or `data:`. */
  readonly src: string
  /** What it shows, for those who cannot see it. */
  readonly alt: string
  /** Width and height in pixels. */
  readonly size: number
}

/** A square picture that is part of the content. */
export function Picture({ src, alt, size }: PictureProps) {
  return <img src={src} alt={alt} width={size} height={size} />
}
