internal import DocumentModel
internal import Markup

/// Where pieces of text stand, which decides what may be among them.
enum InlineSetting {
  case text
  case line
  case footer
}

extension TemplateCompiler {
  private static func allowed(_ setting: InlineSetting) -> [String] {
    let common = inlineNames + ["if"]
    return switch setting {
    case .text: common
    case .line: common + ["blank", "slot", "spring"]
    case .footer: common + counters
    }
  }

  /// The text of a block or cell, white space at its ends left out.
  mutating func inlines(
    _ nodes: [MarkupNode],
    _ style: TextStyle,
    in parent: MarkupElement,
    _ setting: InlineSetting = .text
  ) -> [InlineProgram] {
    var pieces = pieces(nodes, style, nil, in: parent, setting)
    if case .text(let words, let style)? = pieces.first {
      let trimmed = WhiteSpace.trimmedStart(words)
      pieces[0] = .text(trimmed, style)
    }
    if case .text(let words, let style)? = pieces.last {
      pieces[pieces.count - 1] = .text(WhiteSpace.trimmedEnd(words), style)
    }
    return pieces.filter { piece in
      guard case .text(let words, _) = piece else { return true }
      return !words.utf8.isEmpty
    }
  }

  private mutating func pieces(
    _ nodes: [MarkupNode],
    _ style: TextStyle,
    _ explicit: TextStyle?,
    in parent: MarkupElement,
    _ setting: InlineSetting
  ) -> [InlineProgram] {
    var pieces: [InlineProgram] = []
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      index += 1
      switch node {
      case .text(let text): pieces += values(text, explicit)
      case .element(let element) where element.name == "if":
        let next = TemplateCompiler.element(named: "else", in: nodes, after: index)
        let content = self.pieces(element.children, style, explicit, in: parent, setting)
        var otherwise: [InlineProgram] = []
        if let next {
          check(next.element)
          otherwise = self.pieces(next.element.children, style, explicit, in: parent, setting)
          index = next.index
        }
        if let test = test(of: element) {
          pieces.append(.conditional(test, content, otherwise: otherwise))
        }
      case .element(let element):
        pieces += piece(element, style, explicit, in: parent, setting)
      }
    }
    return pieces
  }

  private mutating func piece(
    _ element: MarkupElement,
    _ style: TextStyle,
    _ explicit: TextStyle?,
    in parent: MarkupElement,
    _ setting: InlineSetting
  ) -> [InlineProgram] {
    let allowed = TemplateCompiler.allowed(setting)
    guard allowed.contains(element.name) else {
      misplacedOrElse(element, in: parent, allowed: allowed)
      return []
    }
    switch element.name {
    case "span":
      check(element)
      let inner = self.style(element, over: style)
      return pieces(element.children, inner, inner, in: element, setting)
    case "blank":
      check(element)
      let width = length(element, "width")
      return [.blank(width: width, content(element, style, explicit))]
    case "slot":
      check(element)
      guard let width = length(element, "width") else { return [] }
      return [.slot(width: width, content(element, style, explicit))]
    case "check":
      check(element)
      noContent(element)
      let side = length(element, "side") ?? .hundredthMillimetres(340)
      return [.checkBox(side: side, element["checked"].flatMap { condition($0.value) })]
    case "gap":
      check(element)
      noContent(element)
      return length(element, "width").map { [.gap($0)] } ?? []
    default:
      check(element)
      noContent(element)
      switch element.name {
      case "br": return [.lineBreak]
      case "spring": return [.spring]
      case "page-number": return [.counter(.page, explicit)]
      default: return [.counter(.pages, explicit)]
      }
    }
  }

  /// The text of a blank or slot.
  private mutating func content(
    _ element: MarkupElement,
    _ style: TextStyle,
    _ explicit: TextStyle?
  ) -> [InlineProgram] {
    let content = inlines(element.children, style, in: element)
    guard let explicit else { return content }
    return content.map { $0.styled(explicit) }
  }

  /// The next element if it has a name, and what follows it.
  private static func element(
    named name: String,
    in nodes: [MarkupNode],
    after start: Int
  ) -> (element: MarkupElement, index: Int)? {
    for index in start..<nodes.count {
      switch nodes[index] {
      case .text(let text) where text.isBlank: continue
      case .element(let element) where element.name == name: return (element, index + 1)
      default: return nil
      }
    }
    return nil
  }

  /// Words with `{values}` among them; for attributes.
  mutating func valueText(_ text: MarkupText) -> [InlineProgram] {
    values(text, nil)
  }

  private mutating func values(_ text: MarkupText, _ style: TextStyle?) -> [InlineProgram] {
    let bytes = Array(text.value.utf8)
    var pieces: [InlineProgram] = []
    var words: [UInt8] = []
    func addWords() {
      let collapsed = WhiteSpace.collapsed(words)
      if !collapsed.isEmpty {
        pieces.append(.text(String(decoding: collapsed, as: UTF8.self), style))
      }
      words = []
    }
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      let isDoubled = offset + 1 < bytes.count && bytes[offset + 1] == byte
      switch byte {
      case 0x7B where isDoubled, 0x7D where isDoubled:
        words.append(byte)
        offset += 2
      case 0x7B:
        guard let end = TemplateCompiler.closingBrace(bytes, after: offset) else {
          report("T020", "“{”没有对应的“}”。字符本身请写成“{{”。", in: text, at: offset)
          return pieces
        }
        addWords()
        if let program = value(bytes[(offset + 1)..<end], of: text) {
          pieces.append(.value(program, style))
        }
        offset = end + 1
      case 0x7D:
        report("T020", "多余的“}”。字符本身请写成“}}”。", in: text, at: offset)
        offset += 1
      default:
        words.append(byte)
        offset += 1
      }
    }
    addWords()
    return pieces
  }

  /// The brace that ends a value; braces in quotes do not.
  private static func closingBrace(_ bytes: [UInt8], after start: Int) -> Int? {
    var quote: UInt8?
    for index in (start + 1)..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x7D {
        return index
      } else if byte == 0x7B {
        return nil
      }
    }
    return nil
  }
}
