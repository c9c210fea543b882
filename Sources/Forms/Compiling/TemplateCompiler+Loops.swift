internal import Diagnostics
internal import Markup

extension TemplateCompiler {
  /// A loop's header, its variable in scope for what `inside` compiles.
  ///
  /// - Parameters:
  ///   - header: `graduate in volume.graduates`.
  ///   - variable: the variable where it stands in an attribute of its own (`<each item= in=>`).
  ///   - element: the element with the attributes `where` and `sort`.
  ///   - inside: compiles what is repeated.
  /// - Returns: nil where the header is faulty; what is inside is then not checked, since its names
  ///   would all be unknown.
  mutating func loop<Result>(
    _ header: MarkupText,
    variable: MarkupText? = nil,
    _ element: MarkupElement,
    inside: (inout TemplateCompiler, LoopProgram) -> Result
  ) -> (loop: LoopProgram, inside: Result)? {
    let bytes = Array(header.value.utf8)
    let found: (name: Expression.Name, loop: LoopProgram, type: EntityType)? = attempt(header) {
      compiler throws in
      var parser = try ExpressionParser(bytes[...])
      let site = ExpressionSite(text: header, purpose: .tested)
      if let variable {
        let (loop, type) = try compiler.loop(try parser.wholeExpression(), site)
        return (Expression.Name(text: variable.value, offset: 0), loop, type)
      }
      let (name, collection) = try parser.loop()
      let (loop, type) = try compiler.loop(collection, site)
      return (name, loop, type)
    }
    guard let found else { return nil }
    let (name, type) = (found.name, found.type)
    var loop = found.loop
    if scope.find(name.text) != nil || name.text == "index" {
      let message = "名称“\(name.text)”已有别的含义，请换一个循环变量名。"
      report("T021", message, in: variable ?? header, at: name.offset)
      return nil
    }
    addLimit(loop, at: header)
    scope.enter(name.text, type)
    defer { scope.leave() }
    if let text = element["where"]?.value {
      loop.condition = condition(text, allowsBareFields: true)
    }
    if let text = element["sort"]?.value { loop.sort = sortKeys(text, name.text) }
    if let text = element["group"]?.value { loop.group = groupKeys(text, name.text) }
    return (loop, inside(&self, loop))
  }

  /// Loops over a root's collection are counted before a form is filled.
  private mutating func addLimit(_ loop: LoopProgram, at text: MarkupText) {
    guard loop.owner.root >= 0 else { return }
    let offset = text.range.lowerBound
    limits.append(
      LoopLimit(
        loops: blockLoops.filter { $0.owner.root >= 0 } + [loop],
        place: source.place(at: offset),
        excerpt: source.excerpt(at: offset)
      )
    )
  }

  /// `className studentNumber:number name:pinyin:desc`.
  private mutating func sortKeys(_ text: MarkupText, _ variable: String) -> [LoopProgram.SortKey] {
    let bytes = Array(text.value.utf8)
    var keys: [LoopProgram.SortKey] = []
    for part in bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }) {
      if let key = sortKey(part, text, variable) { keys.append(key) }
    }
    if keys.isEmpty, text.isBlank { report("T014", "“sort”是空的。请写出字段或删去。", in: text) }
    return keys
  }

  /// `className major`: what items of a group have in common.
  private mutating func groupKeys(_ text: MarkupText, _ variable: String) -> [ValueProgram] {
    if text.value.utf8.contains(0x3A) {
      report("T014", "“group”只写字段；排序方式写在 sort 里。", in: text)
      return []
    }
    if text.isBlank {
      report("T014", "“group”是空的。请写出字段或删去。", in: text)
      return []
    }
    return sortKeys(text, variable).map(\.value)
  }

  private mutating func sortKey(
    _ part: ArraySlice<UInt8>,
    _ text: MarkupText,
    _ variable: String
  ) -> LoopProgram.SortKey? {
    let words = part.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard let path = words.first else { return nil }
    let program: ValueProgram? = attempt(text) { compiler throws in
      var parser = try ExpressionParser(path)
      var site = ExpressionSite(text: text, purpose: .tested)
      site.allowsBareFields = true
      return try compiler.text(try parser.wholeExpression(), &site).0
    }
    guard let program else { return nil }
    var key = LoopProgram.SortKey(value: program, kind: .natural, isDescending: false)
    for word in words.dropFirst() {
      switch String(decoding: word, as: UTF8.self) {
      case "pinyin": key.kind = .collated(.pinyin)
      case "stroke": key.kind = .collated(.stroke)
      case "number": key.kind = .number
      case "desc": key.isDescending = true
      case let other:
        let hint = NearestName.hint(for: other, among: ["pinyin", "stroke", "number", "desc"])
        report("T014", "排序方式不能是“\(other)”。\(hint)", in: text, at: word.startIndex)
        return nil
      }
    }
    return key
  }
}
