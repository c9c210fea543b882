extension TemplateCompiler {
  /// The attributes of text style that an element may have.
  static let styleAttributes = ["font", "size", "digits"]

  /// Blocks that a form is made of.
  static let blockNames = [
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "line", "table", "signatures", "notes", "space",
    "page-break", "rule", "image", "each", "include",
  ]

  /// Pieces of text.
  static let inlineNames = ["span", "br", "check", "gap"]

  /// Every element of a template.
  static let grammar = Grammar(
    elements: frameElements.merging(blockElements) { $1 }.merging(tableElements) { $1 }
      .merging(inlineElements) { $1 }
  )

  private static let loopAttributes = ["where", "sort"]

  /// A container of blocks.
  private static func blocks(
    required: [String] = [],
    optional: [String] = []
  ) -> Grammar.Element {
    Grammar.Element(
      required: required,
      optional: optional,
      children: blockNames,
      hasConditions: true
    )
  }

  /// A container of text.
  private static func text(
    required: [String] = [],
    optional: [String] = [],
    and children: [String] = []
  ) -> Grammar.Element {
    Grammar.Element(
      required: required,
      optional: optional,
      children: inlineNames + children,
      hasConditions: true
    )
  }

  /// What only footers show.
  static let counters = ["page-number", "page-count"]

  private static let frameElements: [String: Grammar.Element] = [
    "form": Grammar.Element(
      required: ["id", "title"],
      optional: ["name"],
      children: ["page", "header", "footer", "section"] + blockNames,
      hasConditions: true
    ),
    "page": Grammar.Element(
      required: ["paper"],
      optional: [
        "orientation", "margin-top", "margin-right", "margin-bottom", "margin-left", "font",
        "size",
      ]
    ),
    "blocks": blocks(),
    "header": blocks(),
    "section": blocks(optional: ["each"] + loopAttributes + ["group"]),
    "footer": text(
      optional: styleAttributes + ["distance"],
      and: counters + ["left", "center", "right"]
    ),
    "left": text(and: counters),
    "center": text(and: counters),
    "right": text(and: counters),
  ]

  private static let blockElements: [String: Grammar.Element] = {
    let words = text(optional: styleAttributes + ["align", "height"], and: ["continuation"])
    var elements: [String: Grammar.Element] = [
      "continuation": text(optional: styleAttributes),
      "line": text(
        optional: styleAttributes + ["height", "bottom"],
        and: ["blank", "slot", "spring"]
      ),
      "signatures": Grammar.Element(
        required: ["height"],
        optional: styleAttributes + ["columns", "join", "kind"],
        children: ["box"],
        hasConditions: true
      ),
      "box": Grammar.Element(optional: ["bold"], children: ["heading", "person", "date"]),
      "heading": text(),
      "person": text(),
      "date": text(),
      "notes": Grammar.Element(
        optional: styleAttributes + ["lead", "pitch", "gap", "height"],
        children: ["li"],
        hasConditions: true
      ),
      "li": text(),
      "space": Grammar.Element(required: ["height"]),
      "page-break": Grammar.Element(),
      "rule": Grammar.Element(optional: ["width"]),
      "image": Grammar.Element(required: ["src", "width"], optional: ["height", "align", "alt"]),
      "include": Grammar.Element(required: ["href"]),
      "each": blocks(required: ["item", "in"], optional: loopAttributes + ["group"]),
      "if": Grammar.Element(required: ["test"]),
      "else": Grammar.Element(),
    ]
    for name in ["p", "h1", "h2", "h3", "h4", "h5", "h6"] { elements[name] = words }
    return elements
  }()

  private static let tableElements: [String: Grammar.Element] = {
    let rows = Grammar.Element(children: ["tr"], hasConditions: true)
    let cell = styleAttributes + ["each", "colspan", "rowspan", "align", "pitch", "vertical"]
    return [
      "table": Grammar.Element(
        optional: [
          "caption", "row-height", "rows", "last-rows", "keep", "pad", "blank-mark",
          "blank-column", "number-column", "rules", "join", "sizes", "growth", "smallest",
        ],
        children: ["colgroup", "thead", "tbody", "tfoot"]
      ),
      "colgroup": Grammar.Element(children: ["col"]),
      "col": Grammar.Element(
        optional: styleAttributes + [
          "align", "inset", "width", "share", "sheet", "spare", "each", "where", "sort", "min",
          "max", "step", "front-min",
        ]
      ),
      "thead": rows,
      "tfoot": rows,
      "tbody": Grammar.Element(
        optional: ["each"] + loopAttributes + ["empty", "columns"],
        children: ["tr"],
        hasConditions: true
      ),
      "tr": Grammar.Element(
        optional: ["height", "each"] + loopAttributes,
        children: ["td", "th"]
      ),
      "td": text(optional: cell),
      "th": text(optional: cell + ["scope"]),
    ]
  }()

  private static let inlineElements: [String: Grammar.Element] = [
    "span": text(optional: styleAttributes),
    "br": Grammar.Element(),
    "check": Grammar.Element(optional: ["side", "checked"]),
    "gap": Grammar.Element(required: ["width"]),
    "blank": text(optional: ["width"]),
    "slot": text(required: ["width"]),
    "spring": Grammar.Element(),
    "page-number": Grammar.Element(),
    "page-count": Grammar.Element(),
  ]
}
