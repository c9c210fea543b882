import Diagnostics
import Records
import Testing

/// A bad input, named by its number in the catalogue of bad inputs, with a good twin.
struct BadInput: Sendable, CustomTestStringConvertible {
  /// The number in the catalogue and what is wrong.
  let name: String
  let severity: Severity
  let code: String
  /// The exact place, as messages show it.
  let place: String
  /// What the message says, at least.
  let says: String
  /// Other findings of severity warning or error that follow from the same fault.
  var also: [String] = []
  let spoil: @Sendable (inout SeasonTexts) -> Void
  /// A season that is nearly the same and has no such finding; without one, the season as it was.
  var twin: @Sendable (inout SeasonTexts) -> Void = { _ in }

  var testDescription: String { name }

  /// All cases.
  static let all = identity + people + schools + changes + schooling + scores + files + others
}

@Suite("Bad inputs, by their number in the catalogue")
struct BadInputTests {
  @Test("the season that the cases spoil has no finding at all")
  func plain() throws {
    #expect(try SeasonTexts().findings() == [])
  }

  @Test(
    "each bad input has its level, code, place and message, and nothing else",
    arguments: BadInput.all
  )
  func bad(input: BadInput) throws {
    var season = SeasonTexts()
    input.spoil(&season)
    let findings = try season.findings()
    let found = findings.filter { $0.code == input.code }
    let match = found.first {
      $0.place.description == input.place && $0.message.contains(input.says)
    }
    #expect(
      match != nil,
      "\(input.name): \(findings.map(\.text).joined(separator: "\n"))"
    )
    #expect(match?.severity == input.severity)
    let others = findings.filter {
      $0.code != input.code && $0.severity > .note && !input.also.contains($0.code)
    }
    #expect(others.map(\.text) == [], "\(input.name)")
  }

  @Test(
    "schools looked at one by one give the findings of the whole season",
    arguments: BadInput.all
  )
  func apart(input: BadInput) throws {
    var season = SeasonTexts()
    input.spoil(&season)
    let (whole, apart) = try season.findingsSchoolBySchool()
    #expect(apart == whole, "\(input.name)")
  }

  @Test(
    "each good twin passes",
    arguments: BadInput.all
  )
  func good(input: BadInput) throws {
    var season = SeasonTexts()
    input.twin(&season)
    let findings = try season.findings()
    #expect(findings.filter { $0.code == input.code }.map(\.text) == [], "\(input.name)")
    #expect(findings.filter { $0.severity == .error }.map(\.text) == [], "\(input.name)")
  }

  @Test("every number of the catalogue that concerns data has a case")
  func complete() {
    let numbers = Set(BadInput.all.compactMap { Int($0.name.prefix { $0.isNumber }) })
    // 36 and 39 are about glyphs and room: see CatalogueLayoutTests.
    #expect((1...46).filter { !numbers.contains($0) && $0 != 36 && $0 != 39 } == [])
  }
}
