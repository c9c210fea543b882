internal import ArgumentParser
internal import Diagnostics
internal import Packets

/// `pdf,html,xml`.
struct FormatList: ExpressibleByArgument, Sendable {
  /// The formats.
  var formats: Set<RunOptions.Format>

  init(formats: Set<RunOptions.Format>) {
    self.formats = formats
  }

  init?(argument: String) {
    var formats: Set<RunOptions.Format> = []
    for name in argument.split(separator: ",") {
      guard let format = RunOptions.Format(rawValue: String(name)) else { return nil }
      formats.insert(format)
    }
    guard !formats.isEmpty else { return nil }
    self.formats = formats
  }

  var defaultValueDescription: String {
    RunOptions.Format.allCases.filter(formats.contains).map(\.rawValue).joined(separator: ",")
  }
}

/// `registration=a4`.
struct VariantRule: ExpressibleByArgument, Sendable {
  /// Form id.
  var form: String
  /// The variant's name in `packet.xml`.
  var name: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    form = String(parts[0])
    name = String(parts[1])
  }
}

/// A number of jobs, 1 to 1000.
struct JobCount: ExpressibleByArgument, Sendable {
  /// How many.
  var count: Int

  init?(argument: String) {
    guard let count = Int(argument), (1...1000).contains(count) else { return nil }
    self.count = count
  }
}

/// How progress and findings are written.
enum LogFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text
  case json

  /// Findings as lines: programs get all of them, people no flood of notes.
  func lines(_ findings: [Diagnostic]) -> [String] {
    switch self {
    case .text: ScreenFindings.texts(findings)
    case .json: findings.map(\.json)
    }
  }
}

extension ReportFile: ExpressibleByArgument {
  package init?(argument: String) { self.init(path: argument) }
}

extension Shard: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension RunOptions.Order: ExpressibleByArgument {}
extension VolumeUnit: ExpressibleByArgument {
  /// One document for a whole school is for `packet.xml` to ask for.
  package static var allValueStrings: [String] { [VolumeUnit.major, .class].map(\.rawValue) }

  package init?(argument: String) {
    guard VolumeUnit.allValueStrings.contains(argument) else { return nil }
    self.init(rawValue: argument)
  }
}
