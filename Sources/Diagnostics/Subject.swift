/// What an input finding is about, so that exactly the documents that would show the faulty value
/// can be withheld.
package struct Subject: Hashable, Sendable {
  /// The school's full name; nil when the finding concerns no single school.
  package var school: String?
  /// What of the school is faulty.
  package var extent: Extent
  /// The person for messages (`韦** 450000********0028`); nil where none is meant.
  package var person: String?
  /// Whom a row names, as reading found it; `presented` shows it in full where that is asked for.
  package var individual: Individual?

  /// A person as a row names them.
  package struct Individual: Hashable, Sendable {
    /// 姓名.
    package var name: String
    /// 身份证号码, readable or not.
    package var idNumber: String

    /// A person.
    package init(name: String, idNumber: String) {
      self.name = name
      self.idNumber = idNumber
    }

    /// The person as messages name them: `韦** 450000********0028`.
    package func label(isMasked: Bool) -> String {
      let parts = isMasked ? [Masking.name(name), Masking.identity(idNumber)] : [name, idNumber]
      return parts.filter { !$0.isEmpty }.map { ShownText.visible($0, inOneLine: true) }
        .joined(separator: " ")
    }
  }

  /// What of a school a finding is about.
  package enum Extent: Hashable, Sendable {
    /// The school itself (its type, its name): everything of it is withheld.
    case school
    /// A whole table of it, by the table's Chinese name: every document that shows the table.
    case table(String)
    /// Fields of one record.
    ///
    /// `table` is the table's Chinese name, `record` the record's index in the school's table from
    /// 0, `fields` the field names of the record schema.
    case record(table: String, record: Int, fields: [String])
    /// One document: form id and volume (a 册, a college).
    case document(form: String, volume: String?)
  }

  /// Names what a finding is about.
  package init(school: String?, extent: Extent, person: String? = nil) {
    self.school = school
    self.extent = extent
    self.person = person
  }

  /// Names what a finding is about, and whom, masked.
  package init(school: String?, extent: Extent, individual: Individual?) {
    self.init(school: school, extent: extent, person: individual?.label(isMasked: true))
    self.individual = individual
  }
}
