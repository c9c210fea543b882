/// What lies in the print files of a school: copies by form, sheets by paper.
///
/// It is counted from the lines of the manifest, which a run that left the school alone has too.
struct PrintedPile: Sendable {
  /// The documents and copies of each form.
  private(set) var forms: [String: Count] = [:]
  /// The sheets of the copies by paper.
  private(set) var sheets: [String: Int] = [:]

  /// How much there is of a form.
  struct Count: Sendable {
    /// 册, or colleges.
    var documents = 0
    /// Copies of all of them.
    var copies = 0
  }

  /// The pile of print files; slips and what is blank at the end of a copy are no sheets of their own.
  init(_ packets: [Manifest.Packet], isDuplex: Bool) {
    for packet in packets {
      var copies: [Copy: ClosedRange<Int>] = [:]
      for part in packet.parts {
        let copy = Copy(form: part.form, volume: part.volume, number: part.copy)
        let last = part.firstPage + part.pages - 1
        copies[copy] = (copies[copy]?.lowerBound ?? part.firstPage)...last
      }
      for (copy, pages) in copies {
        // Every copy begins on a front; an empty side in its middle lies between its parts.
        sheets[packet.paper, default: 0] += isDuplex ? (pages.count + 1) / 2 : pages.count
        forms[copy.form, default: Count()].copies += 1
        if copy.number == 1 { forms[copy.form]?.documents += 1 }
      }
    }
  }

  private struct Copy: Hashable {
    var form: String
    var volume: String?
    var number: Int
  }

  /// Copies of all forms.
  var copyCount: Int { forms.values.reduce(0) { $0 + $1.copies } }

  /// Copies of a form.
  func copies(of form: String) -> Int { forms[form]?.copies ?? 0 }

  /// 「登记表 6 份（2 册）」; nil where nothing of the form is there.
  func text(of form: String) -> String? {
    guard let count = forms[form] else { return nil }
    let unit = form == "intake" ? "校" : "册"
    let volumes = count.documents > 1 ? "（\(count.documents) \(unit)）" : ""
    return "\(FormTitles.title(form)) \(count.copies) 份\(volumes)"
  }
}

extension Manifest.Packet {
  /// The sheets of paper that the file takes, slips included: on both sides each piece has an even
  /// number of pages.
  func sheets(isDuplex: Bool) -> Int { isDuplex ? (pages + 1) / 2 : pages }
}
