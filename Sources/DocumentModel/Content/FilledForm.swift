/// A form filled with one document's records: what HTML is written from and pages are laid out from.
package struct FilledForm: Sendable {
  /// The form's id (`registration`).
  package var id: String
  /// The document's title, for readers' title bars and for captions.
  package var title: String
  /// The paper.
  package var sheet: Sheet
  /// Blocks repeated at the top of every page.
  package var header: [Block]
  /// The band under the usable height: pieces centred, 9 mm above the paper's edge.
  package var footer: Footer?
  /// The parts of the document; each starts on a new page (a 登记卡 has one a student).
  package var sections: Lazy<Section>
  /// 「草稿」 or nothing, drawn behind the text of every page.
  package var watermark: String?

  /// A part of a document that starts on a new page.
  package struct Section: Sendable {
    /// Its blocks from top to bottom.
    package var blocks: [Block]

    /// A part of a document.
    package init(blocks: [Block]) {
      self.blocks = blocks
    }
  }

  /// The band at the foot of every page, written last since it knows the page total.
  package struct Footer: Sendable {
    /// Default style.
    package var style: TextStyle
    /// Pieces in the middle: 第 X 页 共 Y 页.
    package var center: [Inline]
    /// Pieces at the left margin.
    package var left: [Inline]
    /// Pieces at the right margin.
    package var right: [Inline]
    /// From the paper's lower edge to the middle of the line.
    package var distance: Length

    /// A footer band.
    package init(
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
  package init(
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
