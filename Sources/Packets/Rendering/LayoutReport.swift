internal import Diagnostics
import DocumentModel
import Forms
import Records
import Typesetting

extension [Diagnostic] {
  /// How many errors are among them.
  var errorCount: Int { count { $0.severity == .error } }
}

/// Turns what the typesetter could not set into findings that name the person or school, the form,
/// the field and what to do, at the cell of the data.
struct LayoutReport {
  let season: Season
  let vocabulary: Vocabulary
  let plan: PlannedDocument
  /// Whether people are named in full.
  let showsPeople: Bool

  /// The findings, each character of a value once.
  func diagnostics(_ findings: [LayoutFinding]) -> [Diagnostic] {
    var seen: Set<LayoutFinding> = []
    return findings.filter { seen.insert($0).inserted }.map(diagnostic)
  }

  private func diagnostic(_ finding: LayoutFinding) -> Diagnostic {
    let origin = ValueOrigin(
      of: finding.value,
      shownAs: finding.text,
      in: plan,
      season: season,
      vocabulary: vocabulary
    )
    let excerpt = excerpt(finding.text, of: origin)
    let person = origin.person(isMasked: !showsPeople)
    let context = [origin.holder, person, plan.name, "“\(origin.field)”"]
      .compactMap(\.self).joined(separator: "，")
    let subject = Subject(
      school: origin.holder,
      extent: .document(form: plan.form, volume: plan.volume),
      person: person
    )
    switch finding.kind {
    case .missingGlyph(let scalar):
      let shown = Unicode.Scalar(scalar).map { String(Character($0)) } ?? "?"
      let number = String(scalar, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - number.utf8.count)) + number
      return Diagnostic(
        .error,
        "F101",
        "“\(shown)”(U+\(code)) 现有字体均无此字形（\(context)）。请用 --fonts 指定含此字的字体，"
          + "或核对是否误录。",
        at: origin.place,
        about: subject
      )
    case .tooLong:
      return Diagnostic(
        .error,
        "L101",
        "内容过长，缩到最小字号仍放不下（\(context)）：\(excerpt)。请核对并缩短该项，"
          + "或在模板中加宽该列；程序不截断文字。",
        at: origin.place,
        about: subject
      )
    case .grown:
      return Diagnostic(
        .warning,
        "L105",
        "内容较长，已缩小字号并增高行（\(context)）：\(excerpt)。请查看打印的样子；再长就放不下，会报错，不截断。",
        at: origin.place,
        about: subject
      )
    case .tooWide:
      return Diagnostic(
        .error,
        "L102",
        "这一行缩到最小字号仍放不下（\(context)）：\(excerpt)。请缩短该项，或在模板中加宽该空；"
          + "程序不截断文字。",
        at: origin.place,
        about: subject
      )
    case .tooTall:
      return Diagnostic(
        .error,
        "L103",
        "这一部分比一页还高（\(context)）：\(excerpt)。请在模板中减小高度，或缩短内容。",
        at: origin.place,
        about: subject
      )
    case .noSealSpace:
      return Diagnostic(
        .error,
        "L104",
        "签章栏留不出 50 × 50 毫米的盖章处（\(context)）：\(excerpt)。请在模板中加宽或加高。",
        at: origin.place,
        about: subject
      )
    case .tooManyPages(let limit):
      let place = [origin.holder, plan.name].compactMap(\.self).joined(separator: "，")
      return Diagnostic(
        .error,
        "L106",
        "超过 \(limit) 页，不能作为一份文件（\(place)）。请核对模板中的重复（each、section、page-break），"
          + "或把数据分成几册（--volumes class）。",
        at: origin.place,
        about: subject
      )
    }
  }

  private func excerpt(_ text: String, of origin: ValueOrigin) -> String {
    var text = text
    if !showsPeople, let name = origin.name, !name.isEmpty {
      text = text.replacing(name, with: Masking.name(name))
    }
    let head = String(text.unicodeScalars.prefix(20).map(Character.init))
    return text.unicodeScalars.count > 20 ? "“\(head)…”" : "“\(head)”"
  }
}
