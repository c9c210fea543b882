internal import Markup

extension TemplateCompiler {
  /// The blocks of another file of the template folder, compiled as if they stood here.
  mutating func include(_ element: MarkupElement) -> [BlockProgram] {
    check(element)
    noContent(element)
    guard let href = element["href"]?.value else { return [] }
    let name = href.value
    if let reason = TemplatePath.refusal(of: name) {
      report("T030", "不能引用“\(name)”：\(reason)", in: href)
      return []
    }
    if openFiles.contains(name) {
      let chain = (openFiles + [name]).joined(separator: " → ")
      report("T032", "文件互相引用：\(chain)。请删去其中一处 <include>。", in: href)
      return []
    }
    includes += 1
    guard openFiles.count <= TemplateCompiler.includeDepth,
      includes <= TemplateCompiler.includeCount
    else {
      let message = "引用太多（最多\(TemplateCompiler.includeDepth)层、\(TemplateCompiler.includeCount)次）。"
      if includes <= TemplateCompiler.includeCount + 1 { report("T033", message, in: href) }
      return []
    }
    guard let document = document(name, href), failure == nil else { return [] }
    let outer = source
    source = document.source
    openFiles.append(name)
    defer {
      source = outer
      openFiles.removeLast()
    }
    guard document.root.name == "blocks" else {
      let message = "被引用的文件的根元素应是 <blocks>，而不是 <\(document.root.name)>。"
      report("T010", message, at: document.root.nameOffset)
      return []
    }
    check(document.root)
    return blocks(document.root.children, in: document.root)
  }

  private mutating func document(_ name: String, _ href: MarkupText) -> MarkupDocument? {
    let known = dependencies.first { $0.name.utf8.elementsEqual(name.utf8) }
    guard let bytes = known?.bytes ?? (try? read(name)) else {
      report("T031", "读不到文件“\(name)”。请检查名称，文件应在模板文件夹中。", in: href)
      return nil
    }
    if known == nil { dependencies.append(TemplateFile(name: name, bytes: bytes)) }
    do {
      return try MarkupDocument.parse(bytes, file: directory + name, into: &sink)
    } catch {
      failure = error
      return nil
    }
  }
}

/// Paths of files in the template folder.
package enum TemplatePath {
  /// What templates are called.
  package static let templates = [".xml"]
  /// What pictures are called.
  static let pictures = [".png", ".jpg", ".jpeg"]

  /// Why a path is refused; nil for one that cannot lead out of the folder and ends like a file of its
  /// kind (in letters of either case).
  package static func refusal(
    of path: String,
    endings: [String] = TemplatePath.templates
  ) -> String? {
    let bytes = Array(path.utf8)
    if bytes.isEmpty || bytes.count > 200 { return "路径是空的或太长。" }
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C || $0 == 0x3A }) {
      return "路径中有不允许的字符。请写模板文件夹内的文件名。"
    }
    let parts = bytes.split(separator: 0x2F, omittingEmptySubsequences: false)
    if parts.contains(where: { $0.isEmpty || $0.first == 0x2E }) {
      return "只能引用模板文件夹内的文件（不能用“..”、绝对路径或隐藏文件）。"
    }
    let isKind = endings.contains { ending in
      bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) { $0 | 0x20 == $1 | 0x20 }
    }
    return isKind ? nil : "文件名应以 \(endings.joined(separator: "、")) 结尾。"
  }
}
