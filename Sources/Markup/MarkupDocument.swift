package import Diagnostics

/// A parsed XML file (a template, `packet.xml`, `fonts.xml`): its root element and the source that
/// places are computed from.
package struct MarkupDocument: Sendable {
  /// The file's text.
  package let source: MarkupSource
  /// The root element.
  package let root: MarkupElement

  /// Parses a file of UTF-8 with libxml2.
  ///
  /// Refused, each with a finding at its exact place: other encodings, document type declarations
  /// (and with them every entity but the five of XML), what is not well-formed, and what goes
  /// beyond the limits. Nothing but the bytes is ever read.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: the file as messages name it.
  ///   - limits: how large it may be.
  ///   - sink: where findings go.
  /// - Returns: nil where there is a finding.
  /// - Throws: `MarkupError` where libxml2 itself fails.
  package static func parse(
    _ bytes: [UInt8],
    file: String,
    limits: MarkupLimits = MarkupLimits(),
    into sink: inout DiagnosticSink
  ) throws(MarkupError) -> MarkupDocument? {
    guard bytes.count <= limits.size else {
      let message = "文件有\(bytes.count)字节，超过上限\(limits.size)字节。请拆分成较小的文件。"
      sink.report(Diagnostic(.error, "T004", message, at: .file(file)))
      return nil
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let source = MarkupSource(hasMark ? Array(bytes.dropFirst(3)) : bytes, file: file)
    if let finding = TextEncodingCheck.finding(in: source) {
      sink.report(finding)
      return nil
    }
    let scan = try TagScan.scan(source.bytes, depth: limits.depth)
    if let fault = scan.fault {
      sink.report(fault.diagnostic(in: source, limits: limits))
      return nil
    }
    guard let root = MarkupTreeBuilder.root(of: source, tags: scan.tags) else {
      sink.report(source.diagnostic("T001", "文件中没有元素。请检查文件是否为空。", at: 0))
      return nil
    }
    return MarkupDocument(source: source, root: root)
  }
}
