/// A picture of the template folder that was read and found whole; one object wherever it is drawn.
///
/// It holds the file as it is, which HTML shows, and its samples as PDF takes them.
public final class Picture: Sendable {
  /// The kind of file.
  public enum Format: Sendable {
    /// PNG.
    case png
    /// JPEG.
    case jpeg

    /// `image/png`.
    public var mediaType: StaticString {
      switch self {
      case .png: "image/png"
      case .jpeg: "image/jpeg"
      }
    }
  }

  /// A raster of samples, row after row from the top.
  public struct Samples: Sendable {
    /// What the samples of a pixel mean.
    public enum Colour: Sendable {
      /// Brightness.
      case grey
      /// Red, green, blue.
      case rgb
      /// A place in a list of red, green and blue bytes.
      case palette([UInt8])

      /// How many samples make a pixel.
      public var count: Int {
        switch self {
        case .grey, .palette: 1
        case .rgb: 3
        }
      }
    }

    /// How `data` is written.
    public enum Coding: Sendable {
      /// A JPEG file.
      case jpeg
      /// A zlib stream of rows.
      case deflated
      /// A zlib stream of rows with PNG's filter byte before each.
      case filtered
    }

    /// What the samples mean.
    public var colour: Colour
    /// Bits of a sample: 1, 2, 4, 8 or 16.
    public var bits: Int
    /// How the data is written.
    public var coding: Coding
    /// The samples.
    public var data: [UInt8]

    /// A raster.
    public init(colour: Colour, bits: Int, coding: Coding, data: [UInt8]) {
      self.colour = colour
      self.bits = bits
      self.coding = coding
      self.data = data
    }
  }

  /// The kind of file.
  public let format: Format
  /// The file's bytes.
  public let file: [UInt8]
  /// SHA-256 of the file in lower-case hexadecimal digits.
  public let digest: String
  /// Pixels in a row.
  public let width: Int
  /// Rows.
  public let height: Int
  /// The colours.
  public let samples: Samples
  /// How much each pixel covers what lies under it; nil where all do so wholly.
  public let opacity: Samples?
  /// The samples of the pixels that are left out; empty for none.
  public let leftOut: [Int]

  /// A picture.
  public init(
    format: Format,
    file: [UInt8],
    digest: String,
    width: Int,
    height: Int,
    samples: Samples,
    opacity: Samples? = nil,
    leftOut: [Int] = []
  ) {
    self.format = format
    self.file = file
    self.digest = digest
    self.width = width
    self.height = height
    self.samples = samples
    self.opacity = opacity
    self.leftOut = leftOut
  }
}

/// A picture as a block of a form.
public struct PictureBlock: Sendable {
  /// What is shown.
  public var picture: Picture
  /// Width on the page.
  public var width: Length
  /// Height on the page.
  public var height: Length
  /// Position in the width.
  public var alignment: Alignment
  /// What it shows, for those who do not see it; empty for ornaments.
  public var description: String

  /// A picture of a size.
  public init(
    picture: Picture,
    width: Length,
    height: Length,
    alignment: Alignment = .left,
    description: String = ""
  ) {
    self.picture = picture
    self.width = width
    self.height = height
    self.alignment = alignment
    self.description = description
  }
}
