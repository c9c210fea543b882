/// A form filled with one document's records: what HTML is written from and pages are laid out from.
public struct FilledForm: Sendable {
  /// The form's id (`registration`).
  public var id: String
  /// The document's title, for readers' title bars and for captions.
  public var title: String
  /// The paper.
  public var sheet: Sheet
  /// Blocks repeated at the top of every page.
  public var header: [Block]
  /// The band under the usable height: pieces centred, 9 mm above the paper's edge.
  public var footer: Footer?
  /// The parts of the document; each starts on a new page (a 登记卡 has one a student).
  public var sections: Lazy<Section>
  /// 「草稿」 or nothing, drawn behind the text of every page.
  public var watermark: String?

  /// A part of a document that starts on a new page.
  public struct Section: Sendable {
    /// Its blocks from top to bottom.
    public var blocks: [Block]

    /// A part of a document.
    public init(blocks: [Block]) {
      self.blocks = blocks
    }
  }

  /// The band at the foot of every page, written last since it knows the page total.
  public struct Footer: Sendable {
    /// Default style.
    public var style: TextStyle
    /// Pieces in the middle: 第 X 页 共 Y 页.
    public var center: [Inline]
    /// Pieces at the left margin.
    public var left: [Inline]
    /// Pieces at the right margin.
    public var right: [Inline]
    /// From the paper's lower edge to the middle of the line.
    public var distance: Length

    /// A footer band.
    public init(
      style: TextStyle,
      center: [Inline],
      left: [Inline] = [],
      right: [Inline] = [],
      distance: Length = .millimetres(9)
    ) {
      self.style = style
      self.center = center
      self.left = left
      self.right = right
      self.distance = distance
    }
  }

  /// A filled form.
  public init(
    id: String,
    title: String,
    sheet: Sheet,
    header: [Block],
    footer: Footer?,
    sections: Lazy<Section>,
    watermark: String? = nil
  ) {
    self.id = id
    self.title = title
    self.sheet = sheet
    self.header = header
    self.footer = footer
    self.sections = sections
    self.watermark = watermark
  }
}
