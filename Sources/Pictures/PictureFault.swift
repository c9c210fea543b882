/// Why a file cannot be printed as a picture.
package enum PictureFault: Error, Hashable, Sendable {
  /// It is neither PNG nor JPEG.
  case otherKind
  /// It is cut off or was changed.
  case damaged
  /// It has more pixels than a page can show.
  case tooLarge
  /// A PNG of the kind that shows itself in passes.
  case interlaced
  /// A JPEG in the colours of a press, or of a kind that PDF does not know.
  case otherColours

  /// What is wrong and what to do, in Chinese.
  package var reason: String {
    switch self {
    case .otherKind: "不是 PNG 或 JPEG 图片。请用画图等程序另存为 PNG。"
    case .damaged: "图片不完整或已损坏。请重新复制或另存一次。"
    case .tooLarge: "图片的像素太多。请缩小后再用（一边不超过 10000 像素，总共不超过 1600 万像素）。"
    case .interlaced: "是隔行扫描（interlaced）的 PNG。请另存为不隔行的 PNG。"
    case .otherColours: "是印刷用四色（CMYK）或特殊编码的 JPEG。请另存为 RGB 的 JPEG 或 PNG。"
    }
  }
}
