internal import CXML2
internal import Diagnostics

extension TagScan.Fault {
  /// The finding about a fault, at the tag or character that is wrong.
  func diagnostic(in source: MarkupSource, limits: MarkupLimits) -> Diagnostic {
    switch kind {
    case .documentType:
      let message = "不允许文档类型声明（<!DOCTYPE …>），其中可能定义实体或引用外部文件。请删去这一段。"
      return source.diagnostic("T002", message, at: lastTag(in: source))
    case .depth:
      let message = "元素嵌套超过\(limits.depth)层。请减少嵌套。"
      return source.diagnostic("T004", message, at: lastTag(in: source) + 1)
    case .notWellFormed(let code):
      return notWellFormed(xmlParserErrors(UInt32(clamping: code)), in: source)
    }
  }

  private func lastTag(in source: MarkupSource) -> Int {
    source.bytes[..<min(offset, source.bytes.count)].lastIndex(of: 0x3C) ?? 0
  }

  private func notWellFormed(_ code: xmlParserErrors, in source: MarkupSource) -> Diagnostic {
    let (message, offset) = explanation(of: code, in: source)
    var notes: [Diagnostic.Note] = []
    if code == XML_ERR_TAG_NAME_MISMATCH, line > 0, let name = names.first {
      let place = Place.text(file: source.file, line: line, column: 1)
      notes.append(Diagnostic.Note(place: place, message: "<\(name)> 在这一行开始"))
    }
    return source.diagnostic("T001", message, at: offset, notes: notes)
  }

  private func explanation(
    of code: xmlParserErrors,
    in source: MarkupSource
  ) -> (message: String, offset: Int) {
    let tag = lastTag(in: source)
    let first = names.first ?? ""
    switch code {
    case XML_ERR_TAG_NAME_MISMATCH:
      let closing = names.count > 1 ? names[1] : ""
      return ("结束标记 </\(closing)> 与开始标记 <\(first)> 不符。请补上 </\(first)> 或改正名称。", tag)
    case XML_ERR_TAG_NOT_FINISHED, XML_ERR_DOCUMENT_END:
      if self.offset >= source.bytes.count {
        let name = first.isEmpty ? "元素" : "<\(first)>"
        return ("文件结束了，\(name) 还没有结束标记。", self.offset)
      }
      return ("根元素结束后还有内容。一个文件只能有一个根元素。", self.offset)
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return ("属性“\(first)”写了两次。请删去一个。", lastName(first, from: tag, in: source))
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      return (
        "实体“&\(first);”没有定义，只有 &lt; &gt; &amp; &quot; &apos; 可用。请直接写字符。",
        lastName("&" + first, from: max(0, self.offset - first.utf8.count - 2), in: source)
      )
    case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_NAME_REQUIRED:
      return ("“&”或“<”后面的名称不完整。字符本身请写成 &amp; 或 &lt;。", self.offset)
    case XML_ERR_LT_IN_ATTRIBUTE:
      return ("属性值中不能直接写“<”，请写成 &lt;。", self.offset)
    case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
      return ("属性应写成 名称=\"值\"，值要加引号。", self.offset)
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
      return ("属性值没有结束的引号。", self.offset)
    case XML_ERR_SPACE_REQUIRED:
      return ("属性之间要有空格。", self.offset)
    case XML_ERR_GT_REQUIRED:
      return ("标记没有写完，缺少“>”。", self.offset)
    case XML_ERR_INVALID_CHAR:
      return ("含有不允许的控制字符。请删去。", self.offset)
    case XML_ERR_COMMENT_NOT_FINISHED:
      return ("注释没有结束（缺少 -->）。", tag)
    case XML_ERR_HYPHEN_IN_COMMENT:
      return ("注释中不能有“--”。", self.offset)
    case XML_ERR_CDATA_NOT_FINISHED:
      return ("CDATA 段没有结束（缺少 ]]>）。", tag)
    case XML_ERR_DOCUMENT_EMPTY:
      return ("文件开头不是 XML 元素。", self.offset)
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return ("前缀“\(first)”没有声明。模板的元素和属性不用前缀。", tag + 1)
    default:
      return ("XML 格式错误（libxml2 错误\(code.rawValue)）。请检查这里的标记是否写完整。", self.offset)
    }
  }

  private func lastName(_ name: String, from start: Int, in source: MarkupSource) -> Int {
    let end = min(offset, source.bytes.count)
    let found = (start..<max(start, end)).last { source.bytes[$0...].starts(with: name.utf8) }
    return found ?? offset
  }
}
