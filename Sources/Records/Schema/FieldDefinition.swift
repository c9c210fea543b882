/// A field of a table: its names, what it holds, and the headings it is recognised by.
package struct FieldDefinition: Hashable, Sendable {
  /// The name in templates and the element name in XML: `idNumber`.
  package var name: String
  /// The heading of the notice and of our tables: 身份证号码.
  package var heading: String
  /// What kind of text it holds.
  package var kind: FieldKind
  /// Whether the table stops without a column for it, and a row is faulty without a value.
  package var isRequired: Bool
  /// Other headings that mean the same.
  package var synonyms: [String]
  /// The values that the field is filled with, for lists to choose from; empty for free text.
  package var choices: [String]

  /// A field.
  package init(
    _ name: String,
    _ heading: String,
    _ kind: FieldKind = .text,
    required: Bool = false,
    synonyms: [String] = [],
    choices: [String] = []
  ) {
    self.name = name
    self.heading = heading
    self.kind = kind
    isRequired = required
    self.synonyms = synonyms
    self.choices = choices
  }
}

extension FieldDefinition {
  /// Whether every value outside `choices` is a fault.
  package var hasClosedChoices: Bool {
    !choices.isEmpty && (kind == .choice || kind == .sex)
  }
}

/// What kind of text a field holds; decides how cells are read and which rule looks at them.
package enum FieldKind: UInt8, Sendable {
  /// Any text.
  case text
  /// A person's name: never normalised.
  case personName
  /// An identity number: a numeric cell is an error.
  case identity
  /// 男 or 女.
  case sex
  /// A day, canonically `2021-09-01`.
  case date
  /// A month, canonically `202009`.
  case month
  /// A whole number.
  case count
  /// A telephone number.
  case phone
  /// 2020级.
  case grade
  /// 3年.
  case years
  /// One of a closed set, checked by a rule of the table.
  case choice
}
