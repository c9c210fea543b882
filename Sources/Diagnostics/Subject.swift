/// What an input finding is about, so that exactly the documents that would show the faulty value
/// can be withheld.
package struct Subject: Hashable, Sendable {
  /// The school's full name; nil when the finding concerns no single school.
  package var school: String?
  /// What of the school is faulty.
  package var extent: Extent
  /// The person for messages, already masked (`韦* 450000********0028`); nil where none is meant.
  package var person: String?

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
}
